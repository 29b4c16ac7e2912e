package io.frontdesk.ragknowledge.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.ragknowledge.KnowledgeApp;
import io.frontdesk.ragknowledge.document.Documents;
import io.frontdesk.ragknowledge.document.NewDocument;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class QuotaTest extends KnowledgeApp {

    private static final int AT_ONCE = 50;

    @Autowired private Quotas quotas;
    @Autowired private Documents documents;
    @Autowired private JdbcClient jdbc;
    @Autowired private Tenancy tenancy;
    @Autowired private TransactionTemplate transaction;

    @Test
    void neverHoldsMoreDocumentsThanAllowed() throws Exception {
        configure("{\"quotas\":{\"documents\":7}}");
        var base = newBase();
        long taken =
                together(() -> {
                    quotas.takeDocument();
                    var id = UUID.randomUUID();
                    return documents.add(
                            id,
                            new NewDocument(base, "t", true, "t.txt", "text/plain", "" + id, 1));
                });
        assertThat(taken).isEqualTo(7);
        var usage = get("/api/knowledge/usage").json();
        assertThat(usage.at("/used/documents").intValue()).isEqualTo(7);
        assertThat(usage.at("/allowed/documents").intValue()).isEqualTo(7);
        var more =
                tenancy.as(
                        tenant,
                        () ->
                                org.assertj.core.api.Assertions.catchThrowable(() ->
                                        transaction.executeWithoutResult(
                                                _ -> quotas.takeDocument())));
        assertThat(more).isInstanceOf(QuotaExceeded.class).hasMessageContaining("7 of 7");
    }

    @Test
    void neverStoresMoreChunksThanAllowed() throws Exception {
        configure("{\"quotas\":{\"chunks\":100}}");
        var base = newBase();
        long taken =
                together(() -> {
                    quotas.requireChunks(30);
                    var id = UUID.randomUUID();
                    documents.add(
                            id, new NewDocument(base, "t", true, "t", "text/plain", "" + id, 1));
                    jdbc.sql("update document set chunks = 30 where id = :id")
                            .param("id", id)
                            .update();
                    return true;
                });
        assertThat(taken).isEqualTo(3);
    }

    @Test
    void countsQuestionsExactly() throws Exception {
        configure("{\"quotas\":{\"questionsPerMonth\":11}}");
        long taken =
                together(() -> {
                    quotas.takeQuestion();
                    return true;
                });
        assertThat(taken).isEqualTo(11);
        assertThat(get("/knowledge/usage").json().get("questions").intValue()).isEqualTo(11);
        assertThatThrownBy(() -> tenancy.as(tenant, quotas::takeQuestion))
                .isInstanceOf(QuotaExceeded.class)
                .hasMessageContaining("11 of 11")
                .hasMessageContaining("-01T00:00:00Z");
    }

    @Test
    void allowsNoneWhereNoneIsAllowed() {
        configure("{\"quotas\":{\"questionsPerMonth\":0,\"documents\":0}}");
        assertThatThrownBy(() -> tenancy.as(tenant, quotas::takeQuestion))
                .isInstanceOf(QuotaExceeded.class);
    }

    @Test
    void beginsAnewWithTheMonthAndForgetsAfterTwoYears() {
        assertThat(take("2026-01-31T23:59:59Z")).isTrue();
        assertThat(take("2026-01-31T23:59:59Z")).isFalse();
        assertThat(take("2026-02-01T00:00:00Z")).isTrue();
        assertThat(
                        tenancy.<Integer>asSystem(() ->
                                transaction.execute(_ -> counts("2028-01-31T00:00:00Z").prune())))
                .isZero();
        assertThat(
                        tenancy.<Integer>asSystem(() ->
                                transaction.execute(_ -> counts("2028-02-01T00:00:00Z").prune())))
                .isEqualTo(1);
    }

    private boolean take(String now) {
        return tenancy.<Boolean>as(
                tenant, () -> transaction.<Boolean>execute(_ -> counts(now).take(1)));
    }

    private QuestionCounts counts(String now) {
        return new QuestionCounts(jdbc, Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    /** How many of fifty that run at once succeed; the others are over the quota. */
    private long together(Callable<Boolean> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls =
                    IntStream.range(0, AT_ONCE)
                            .mapToObj(_ -> (Callable<Boolean>) () -> inTransaction(work))
                            .toList();
            long succeeded = 0;
            for (var call : threads.invokeAll(calls)) {
                succeeded += call.get() ? 1 : 0;
            }
            return succeeded;
        }
    }

    private boolean inTransaction(Callable<Boolean> work) {
        return tenancy.<Boolean>as(
                tenant,
                () -> {
                    try {
                        return transaction.<Boolean>execute(_ -> {
                            try {
                                return work.call();
                            } catch (RuntimeException refused) {
                                throw refused;
                            } catch (Exception impossible) {
                                throw new IllegalStateException(impossible);
                            }
                        });
                    } catch (QuotaExceeded refused) {
                        return false;
                    }
                });
    }

    private void configure(String configuration) {
        tenancy.as(
                tenant,
                () ->
                        transaction.executeWithoutResult(_ ->
                                jdbc.sql(
                                                "insert into knowledge_policy (version,"
                                                        + " configuration, received_at)"
                                                        + " values (1, :json::jsonb, now())")
                                        .param("json", configuration)
                                        .update()));
    }
}
