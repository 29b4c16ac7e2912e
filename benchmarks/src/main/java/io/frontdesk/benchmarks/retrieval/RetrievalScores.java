package io.frontdesk.benchmarks.retrieval;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The usual measures, as trec_eval computes them, averaged over queries. */
final class RetrievalScores {
    static final int DEPTH = 10;

    private int queries;
    private double gain;
    private double recallAt1;
    private double recallAt10;
    private double reciprocalRank;

    /** Adds a query's result, best first. */
    void add(List<String> found, Map<String, Integer> relevant) {
        queries++;
        var top = found.stream().limit(DEPTH).toList();
        gain += discounted(grades(top, relevant)) / discounted(best(relevant));
        recallAt1 += recall(top.stream().limit(1).toList(), relevant);
        recallAt10 += recall(top, relevant);
        for (var rank = 1; rank <= top.size(); rank++) {
            if (relevant.containsKey(top.get(rank - 1))) {
                reciprocalRank += 1.0 / rank;
                break;
            }
        }
    }

    double ndcgAt10() {
        return gain / queries;
    }

    double recallAt1() {
        return recallAt1 / queries;
    }

    double recallAt10() {
        return recallAt10 / queries;
    }

    double mrrAt10() {
        return reciprocalRank / queries;
    }

    private static double recall(List<String> found, Map<String, Integer> relevant) {
        return (double) found.stream().filter(relevant::containsKey).count() / relevant.size();
    }

    private static List<Integer> grades(List<String> found, Map<String, Integer> relevant) {
        return found.stream().map(id -> relevant.getOrDefault(id, 0)).toList();
    }

    private static List<Integer> best(Map<String, Integer> relevant) {
        Comparator<Integer> highest = Collections.reverseOrder();
        return relevant.values().stream().sorted(highest).limit(DEPTH).toList();
    }

    private static double discounted(List<Integer> grades) {
        var sum = 0.0;
        for (var i = 0; i < grades.size(); i++) {
            sum += grades.get(i) / (Math.log(i + 2) / Math.log(2));
        }
        return sum;
    }
}
