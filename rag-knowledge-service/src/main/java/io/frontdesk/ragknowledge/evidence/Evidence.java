package io.frontdesk.ragknowledge.evidence;

/**
 * How much speaks for a sentence being the answer; each part runs from 0 to 1.
 *
 * @param meaning cosine of question and sentence
 * @param said share of the question's words, weighed by rarity, in the sentence itself
 * @param framed the same with title and headings
 * @param near the same with the whole passage
 * @param rank 1 for the best passage, falling
 * @param form 1 when the sentence has the form that was asked for, 0 when not; 0.5 if any will do
 */
public record Evidence(
        double meaning, double said, double framed, double near, double rank, double form) {

    /** For comparing sentences of one question. */
    public double score() {
        return 3.0 * meaning + said + 0.8 * framed + 0.3 * near + 0.4 * rank + 0.7 * form;
    }

    /**
     * The chance that the sentence is right, comparable across questions: a logistic regression
     * over questions with known answers and questions without any (AnswerQualityTest measures it).
     */
    public double confidence() {
        double odds = 3.65 * meaning + 0.2 * said + 2.0 * framed + 2.1 * near + 2.2 * form - 6.6;
        return 1 / (1 + Math.exp(-odds));
    }
}
