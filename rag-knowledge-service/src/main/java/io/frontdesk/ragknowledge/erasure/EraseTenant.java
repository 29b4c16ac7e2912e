package io.frontdesk.ragknowledge.erasure;

import io.frontdesk.ragknowledge.document.DocumentNotFound;
import io.frontdesk.ragknowledge.document.Documents;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes all rows of the tenant at hand, a few at a time; it may be stopped at any point and
 * started again. Documents go one by one, each with the event that has the index forget it.
 */
@Service
class EraseTenant {

    private static final int DOCUMENTS = 20;
    private static final int ROWS = 1_000;

    /** Work that runs meanwhile may still add something: then once more. */
    private static final int MOST_ROUNDS = 10;

    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry("knowledge_base", "bases"),
                    Map.entry("document", "documents"),
                    Map.entry("website", "websites"),
                    Map.entry("website_page", "websitePages"),
                    Map.entry("curated_answer", "overrides"),
                    Map.entry("unanswered_question", "unanswered"),
                    Map.entry("question_count", "questionMonths"),
                    Map.entry("answer_day", "answerDays"),
                    Map.entry("specialist", "agents"),
                    Map.entry("fact", "facts"),
                    Map.entry("industry_installation", "industries"),
                    Map.entry("industry_refusal", "refusals"),
                    Map.entry("evaluation_set", "questionSets"),
                    Map.entry("evaluation_run", "evaluationRuns"),
                    Map.entry("base_grant", "grants"),
                    Map.entry("archive_import", "imports"));

    private final Erasures erasures;
    private final TenantTables tables;
    private final Documents documents;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    EraseTenant(
            Erasures erasures,
            TenantTables tables,
            Documents documents,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.erasures = erasures;
        this.tables = tables;
        this.documents = documents;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    void run(UUID id) throws InterruptedException {
        if (erasures.find(id).filter(Erasure::isRunning).isEmpty()) {
            return;
        }
        var order = tables.inOrder();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            long removed = documents(id);
            for (var table : order) {
                removed += rows(id, table);
            }
            if (removed == 0) {
                erasures.done(id);
                return;
            }
        }
        throw new IllegalStateException("rows of the tenant are added as fast as they are removed");
    }

    private long documents(UUID id) throws InterruptedException {
        long all = 0;
        for (int removed = someDocuments(id); removed > 0; removed = someDocuments(id)) {
            all += removed;
            stopIfAsked();
        }
        return all;
    }

    private int someDocuments(UUID id) {
        return transaction.<Integer>execute(_ -> {
            int removed = 0;
            for (var document : batch()) {
                try {
                    documents.delete(document);
                    removed++;
                } catch (DocumentNotFound gone) {
                    // Its owner was faster.
                    removed += 0;
                }
            }
            if (removed > 0) {
                erasures.count(id, "documents", removed);
            }
            return removed;
        });
    }

    private List<UUID> batch() {
        return jdbc.sql("select id from document order by id limit :most for update skip locked")
                .param("most", DOCUMENTS)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private long rows(UUID id, String table) throws InterruptedException {
        if (table.equals("document")) {
            return 0;
        }
        long all = 0;
        int removed;
        do {
            removed =
                    transaction.<Integer>execute(_ -> {
                        int some = tables.delete(table, ROWS);
                        if (some > 0) {
                            erasures.count(id, word(table), some);
                        }
                        return some;
                    });
            all += removed;
            stopIfAsked();
        } while (removed > 0);
        return all;
    }

    /** As the API names it: {@code evaluation_run} is {@code evaluationRun}. */
    private static String word(String table) {
        var words = table.split("_", -1);
        var word = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            word.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT));
            word.append(words[i].substring(1));
        }
        return WORDS.getOrDefault(table, word.toString());
    }

    private static void stopIfAsked() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("stopped between two batches");
        }
    }
}
