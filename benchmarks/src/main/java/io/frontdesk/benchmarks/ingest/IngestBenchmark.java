package io.frontdesk.benchmarks.ingest;

import ai.onnxruntime.OrtException;
import io.frontdesk.benchmarks.report.Table;
import io.frontdesk.benchmarks.retrieval.RetrievalCore;
import io.frontdesk.benchmarks.retrieval.RetrievalCore.Passage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Passages per second from the call to rows and index, against the embedding model alone in the
 * same run. Rounds alternate, so that a slow moment of the machine hits both.
 */
@Command(name = "ingest", description = "Stored passages a second against the model alone.")
public final class IngestBenchmark implements Callable<Integer> {
    private static final String[] WORDS =
            ("the employee leave policy travel request approval form must be within days before a"
                            + " trip system security equipment laptop phone benefits health insurance plan"
                            + " performance review annual goals holiday schedule flexible agreement")
                    .split(" ");
    private static final int PASSAGE_WORDS = 115;

    @Option(names = "--passages", defaultValue = "256", description = "A round's (default 256).")
    private int passages;

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds (default 3).")
    private int rounds;

    private final Random random = new Random(42);

    @Override
    public Integer call() throws IOException, InterruptedException, OrtException {
        var table = new Table("round", "model alone/s", "stored and indexed/s", "ratio");
        var ratios = new ArrayList<Double>();
        try (var cores = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
                var core = new RetrievalCore(List.of())) {
            var model = new IngestModel(cores);
            model.embed(texts(64));
            store(core, texts(64));
            for (var round = 1; round <= rounds; round++) {
                var texts = texts(passages);
                var alone = perSecond(() -> model.embed(texts));
                var whole = perSecond(() -> store(core, texts));
                ratios.add(whole / alone);
                table.row(round, alone, whole, whole / alone);
            }
        }
        table.print(System.out);
        var median = ratios.stream().sorted().skip(ratios.size() / 2).findFirst().orElseThrow();
        System.out.printf("median ratio %.3f (promised 0.8)%n", median);
        return 0;
    }

    private static void store(RetrievalCore core, List<String> texts)
            throws IOException, InterruptedException {
        core.store(texts.stream().map(text -> new Passage("", text)).toList());
    }

    private double perSecond(Work work) throws IOException, InterruptedException {
        var started = System.nanoTime();
        work.run();
        return passages / ((System.nanoTime() - started) / 1e9);
    }

    /** About 130 tokens each, and no two alike: a text that is stored already is not embedded. */
    private List<String> texts(int count) {
        var texts = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            texts.add(
                    random.ints(PASSAGE_WORDS, 0, WORDS.length)
                            .mapToObj(word -> WORDS[word])
                            .collect(Collectors.joining(" ")));
        }
        return texts;
    }

    /** A part that is timed. */
    private interface Work {
        void run() throws IOException, InterruptedException;
    }
}
