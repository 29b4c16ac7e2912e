package io.frontdesk.ragknowledge.answering;

import io.frontdesk.ragknowledge.evidence.Embedder;
import io.frontdesk.ragknowledge.evidence.Scoring;
import io.frontdesk.ragknowledge.fact.Fact;
import io.frontdesk.ragknowledge.generation.Drafting;
import io.frontdesk.ragknowledge.generation.Wording;
import io.frontdesk.ragknowledge.grounding.GroundingCheck;
import io.frontdesk.ragknowledge.policy.Policy;
import io.frontdesk.ragknowledge.search.Passage;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** Answers from passages as the service does, without its database and its neighbours. */
final class Answering {

    private static final JsonMapper JSON = new JsonMapper();

    private final Embedder embedder;
    private Supplier<List<Fact>> facts = List::of;
    private Policy policy = Policy.DEFAULT;
    private Wording wording =
            _ -> {
                throw new IllegalStateException("no model");
            };

    Answering(Embedder embedder) {
        this.embedder = embedder;
    }

    Answering knowing(Supplier<List<Fact>> known) {
        facts = known;
        return this;
    }

    /** Has the model word the answers. */
    Answering with(Wording model) {
        wording = model;
        policy =
                new Policy(
                        policy.chunking(),
                        policy.models(),
                        policy.retrieval(),
                        new Policy.Answering(policy.answering().minimumConfidence(), true),
                        policy.persona(),
                        policy.blockedTopics(),
                        policy.languages(),
                        policy.retention(),
                        policy.quotas());
        return this;
    }

    Answer answer(String question, List<Passage> passages) {
        return new AnswerFromPassages(
                        new Scoring(embedder),
                        new Drafting(wording, JSON, Duration.ofSeconds(1)),
                        new GroundingCheck(embedder))
                .answer(Question.of(question, null), "tenant", policy, passages, facts);
    }
}
