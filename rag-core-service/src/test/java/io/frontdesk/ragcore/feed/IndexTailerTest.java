package io.frontdesk.ragcore.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragcore.Core;
import io.frontdesk.ragcore.RagCoreTest;
import io.frontdesk.ragcore.index.ChunkIndex;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RagCoreTest
class IndexTailerTest {
    private final UUID tenant = UUID.randomUUID();
    private final UUID base = UUID.randomUUID();

    private final Core core;
    private final ChunkIndex index;
    private final ChunkFeed feed;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Tenancy tenancy;

    @Autowired
    IndexTailerTest(
            @LocalServerPort int port,
            ChunkIndex index,
            ChunkFeed feed,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Tenancy tenancy) {
        core = Core.service(port, tenant);
        this.index = index;
        this.feed = feed;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.tenancy = tenancy;
    }

    @Test
    void missesNothingOfManyWritersAtOnce() {
        var writers = new ArrayList<CompletableFuture<Void>>();
        for (var w = 0; w < 8; w++) {
            var writer = w;
            writers.add(
                    CompletableFuture.runAsync(() -> {
                        for (var i = 0; i < 5; i++) {
                            core.store(base, UUID.randomUUID(), "sick " + writer + i);
                        }
                    }));
        }
        writers.forEach(CompletableFuture::join);

        assertThat(jdbcCount()).isEqualTo(40);
        assertThat(core.post("/core/search", query()).body().path("hits")).hasSize(40);
    }

    @Test
    void waitsForAWriterThatTookAnEarlierPosition() throws Exception {
        var document = UUID.randomUUID();
        core.store(base, document, "sick one");
        var written = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        var slow =
                CompletableFuture.runAsync(() ->
                        asTenant(() -> {
                            touch(document);
                            written.countDown();
                            await(commit);
                            return 0;
                        }));
        written.await();
        // This one waits for the slow one instead of taking a position that overtakes it.
        var next =
                CompletableFuture.runAsync(() -> core.store(base, UUID.randomUUID(), "sick two"));
        var before = feed.state().position();
        commit.countDown();
        slow.join();
        next.join();

        assertThat(feed.state().position()).isGreaterThanOrEqualTo(before + 2);
        assertThat(core.search("sick changed", "lexical")).first().isEqualTo("sick changed");
        assertThat(core.search("sick two", "lexical")).first().isEqualTo("sick two");
    }

    @Test
    void followsWhatOthersWroteAndDeleted() {
        var document = UUID.randomUUID();
        core.store(base, document, "sick one");
        asTenant(() -> touch(document));
        Awaitility.await().until(() -> core.search("changed", "lexical").size() == 1);
        asTenant(() ->
                jdbc.sql("delete from chunk where document_id = :document")
                        .param("document", document)
                        .update());

        Awaitility.await().until(() -> index.checkpoint().position() == feed.state().position());
        assertThat(core.search("changed", "lexical")).isEmpty();
    }

    @Test
    void rebuildsAnIndexOfAnotherHistory() {
        core.store(base, UUID.randomUUID(), "sick one");
        index.clear("a backup of last week");

        Awaitility.await().until(() -> core.search("sick", "lexical").size() == 1);
        assertThat(index.checkpoint().source()).isEqualTo(feed.state().source());
    }

    @Test
    void rebuildsAnIndexThatMissedDeletions() {
        core.store(base, UUID.randomUUID(), "sick one");
        var state = feed.state();
        index.clear(state.source());
        inSystem(() -> jdbc.sql("update chunk_feed set horizon = position").update());

        Awaitility.await().until(() -> core.search("sick", "lexical").size() == 1);
        assertThat(index.checkpoint().position()).isGreaterThanOrEqualTo(state.position());
    }

    @Test
    void forgetsOldTombstonesAndRemembersThatItDid() {
        var document = UUID.randomUUID();
        core.store(base, document, "sick one");
        core.delete("/core/documents/" + document + "/chunks");
        inSystem(() ->
                jdbc.sql("update chunk_tombstone set deleted_at = now() - interval '8 days'")
                        .update());
        var position = feed.state().position();

        feed.purge(java.time.Duration.ofDays(7));

        assertThat(feed.state().horizon()).isEqualTo(position);
        assertThat(tombstones()).isZero();
    }

    private int touch(UUID document) {
        return jdbc.sql("update chunk set text = 'sick changed' where document_id = :document")
                .param("document", document)
                .update();
    }

    private long tombstones() {
        return inSystem(
                () -> jdbc.sql("select count(*) from chunk_tombstone").query(Long.class).single());
    }

    private long jdbcCount() {
        return asTenant(() -> jdbc.sql("select count(*) from chunk").query(Long.class).single());
    }

    private static java.util.Map<String, Object> query() {
        return java.util.Map.of("query", "sick", "mode", "lexical", "topK", 100);
    }

    private <T> T asTenant(Supplier<T> work) {
        return tenancy.as(tenant, (Supplier<T>) () -> transactions.execute(s -> work.get()));
    }

    private <T> T inSystem(Supplier<T> work) {
        return tenancy.asSystem(() -> transactions.execute(status -> work.get()));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
