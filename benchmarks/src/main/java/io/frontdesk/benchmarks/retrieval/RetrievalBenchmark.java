package io.frontdesk.benchmarks.retrieval;

import io.frontdesk.benchmarks.report.Table;
import io.frontdesk.benchmarks.retrieval.RetrievalCore.Passage;
import io.frontdesk.benchmarks.retrieval.RetrievalSet.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Quality and speed of search by word, by meaning and by both, for each index there is. */
@Command(name = "retrieval", description = "Search quality on a data set in BEIR's format.")
public final class RetrievalBenchmark implements Callable<Integer> {
    private static final List<String> MODES = List.of("lexical", "dense", "hybrid");
    private static final int LONGEST = 10_000;
    private static final int WARMING = 50;
    private static final int EXACT_QUERIES = 100;

    @Option(names = "--documents", description = "Markdown pages instead: headings ask.")
    private @Nullable Path documents;

    @Option(names = "--chunks", defaultValue = "0", description = "Fill the index up to so many.")
    private int chunks;

    @Option(names = "--corpus", description = "JSON lines: _id, title, text.")
    private Path corpus = Path.of("");

    @Option(names = "--queries", description = "JSON lines: _id, text.")
    private Path queries = Path.of("");

    @Option(names = "--qrels", description = "TSV: query, document, grade.")
    private Path qrels = Path.of("");

    @Option(names = "--limit", defaultValue = "1000000", description = "At most as many queries.")
    private int limit;

    private final Table table =
            new Table(
                    "index",
                    "mode",
                    "nDCG@10",
                    "Recall@1",
                    "Recall@10",
                    "MRR@10",
                    "p50 ms",
                    "p99 ms",
                    "p50 without embedding",
                    "p99 without embedding");
    private final Table exact = new Table("index", "chunks", "recall@10 against exact search");

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        var set =
                documents == null
                        ? RetrievalSet.read(corpus, queries, qrels, limit)
                        : MarkdownSet.read(documents, limit);
        System.out.printf("%d documents, %d queries%n", set.corpus().size(), set.queries().size());
        measure("lucene", set, List.of(), core -> Filler.of(core.state()));
        var database = RetrievalDatabase.create();
        if (database.isPresent()) {
            try (var used = database.get()) {
                measure("pgvector", set, used.settings(), core -> used.filler());
            }
        }
        table.print(System.out);
        if (chunks > 0) {
            exact.print(System.out);
        }
        if (database.isEmpty()) {
            System.out.println(
                    "pgvector was left out: FRONTDESK_TEST_POSTGRES_URL (with _USER and _PASSWORD"
                            + " of a superuser) names no server that has it.");
        }
        return 0;
    }

    /** How to reach the rows of a running service. */
    private interface Rows {
        Filler of(RetrievalCore core) throws IOException, SQLException;
    }

    private void measure(String index, RetrievalSet set, List<String> settings, Rows rows)
            throws IOException, InterruptedException, SQLException {
        try (var core = new RetrievalCore(settings)) {
            var started = System.nanoTime();
            var ids = store(core, set.corpus());
            var seconds = (System.nanoTime() - started) / 1e9;
            System.out.printf(
                    "%s: stored in %.0f s, %.1f a second%n", index, seconds, ids.size() / seconds);
            if (chunks > 0) {
                fill(index, set, core, rows);
            }
            for (var mode : MODES) {
                measure(index, mode, set, core, ids);
            }
        }
    }

    private void fill(String index, RetrievalSet set, RetrievalCore core, Rows rows)
            throws IOException, InterruptedException, SQLException {
        try (var filler = rows.of(core)) {
            filler.fillTo(chunks);
            core.awaitIndex();
            var found = 0;
            var asked = set.queries().stream().limit(EXACT_QUERIES).toList();
            for (var query : asked) {
                var nearest = filler.nearest(core.question(query.text()), RetrievalScores.DEPTH);
                var chosen = core.search(query.text(), "dense", RetrievalScores.DEPTH).chunks();
                found += (int) nearest.stream().filter(chosen::contains).count();
            }
            exact.row(index, chunks, (double) found / asked.size() / RetrievalScores.DEPTH);
        }
    }

    private static Map<String, String> store(RetrievalCore core, List<Text> corpus)
            throws IOException, InterruptedException {
        var passages = corpus.stream().map(RetrievalBenchmark::passage).toList();
        var ids = new HashMap<String, String>();
        core.store(passages).forEach((chunk, place) -> ids.put(chunk, corpus.get(place).id()));
        return ids;
    }

    private static Passage passage(Text document) {
        var text = document.text().isBlank() ? document.title() : document.text();
        var kept = text.isBlank() ? "-" : text;
        var title = document.title();
        return new Passage(
                title.substring(0, Math.min(title.length(), 1_000)),
                kept.substring(0, Math.min(kept.length(), LONGEST)));
    }

    private void measure(
            String index,
            String mode,
            RetrievalSet set,
            RetrievalCore core,
            Map<String, String> ids)
            throws IOException, InterruptedException {
        var scores = new RetrievalScores();
        var nanos = new Histogram(3);
        var own = new Histogram(3);
        for (var query : set.queries().stream().limit(WARMING).toList()) {
            core.search(query.text(), mode, 1);
        }
        for (var query : set.queries()) {
            var started = System.nanoTime();
            // One more, since a query that is itself in the corpus does not count as its answer.
            var found = core.search(query.text(), mode, RetrievalScores.DEPTH + 1);
            var taken = System.nanoTime() - started;
            nanos.recordValue(taken);
            own.recordValue(Math.max(0, taken - (long) (found.embedding() * 1e6)));
            var documents =
                    found.chunks().stream()
                            .map(chunk -> ids.getOrDefault(chunk, ""))
                            .filter(id -> !id.equals(query.id()))
                            .toList();
            scores.add(documents, set.relevant().getOrDefault(query.id(), Map.of()));
        }
        table.row(
                index,
                mode,
                scores.ndcgAt10(),
                scores.recallAt1(),
                scores.recallAt10(),
                scores.mrrAt10(),
                nanos.getValueAtPercentile(50) / 1e6,
                nanos.getValueAtPercentile(99) / 1e6,
                own.getValueAtPercentile(50) / 1e6,
                own.getValueAtPercentile(99) / 1e6);
    }
}
