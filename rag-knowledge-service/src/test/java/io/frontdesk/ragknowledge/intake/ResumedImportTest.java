package io.frontdesk.ragknowledge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.ragknowledge.KnowledgeApp;
import io.frontdesk.ragknowledge.archive.ArchiveFile;
import io.frontdesk.ragknowledge.archive.ArchiveHttp;
import io.frontdesk.ragknowledge.archive.Incoming;
import io.frontdesk.ragknowledge.archive.Outgoing;
import io.frontdesk.ragknowledge.archive.Section;
import io.frontdesk.starter.tenancy.Tenancy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResumedImportTest extends KnowledgeApp {

    private static final int THINGS = 6;

    @Autowired private Imports imports;
    @Autowired private ImportArchive importArchive;
    @Autowired private List<Section> sections;
    @Autowired private TransactionTemplate transaction;
    @Autowired private Tenancy tenancy;
    @Autowired private JdbcClient jdbc;
    @Autowired private JsonMapper json;
    @LocalServerPort private int port;
    @TempDir private Path folder;

    private final UUID other = UUID.randomUUID();

    @Test
    void addsNothingTwiceWhereverItIsStopped() throws Exception {
        var archive = archive();
        var id = started(archive);
        for (int after = 0; after < THINGS - 1; after++) {
            var dying = new AtomicInteger(1);
            var stopped =
                    new ImportArchive(
                            imports,
                            sections.stream().map(s -> (Section) new Dying(s, dying)).toList(),
                            transaction,
                            json);
            assertThatThrownBy(() -> run(stopped, id)).isInstanceOf(Killed.class);
        }
        assertThat(find(id).imported()).isEqualTo(THINGS - 1);
        leftByADeadProcess(id);
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(() -> find(id).status().equals("done"));
        run(importArchive, id);
        assertThat(rows("knowledge_base")).isEqualTo(1);
        assertThat(rows("document")).isEqualTo(2);
        assertThat(rows("curated_answer")).isEqualTo(3);
        assertThat(rows("archive_part")).isZero();
    }

    @Test
    void startsAFailedImportAgainWhereItStopped() throws Exception {
        var archive = archive();
        tenancy.as(
                other,
                () ->
                        transaction.executeWithoutResult(_ ->
                                jdbc.sql(
                                                "insert into knowledge_policy (version,"
                                                        + " configuration, received_at) values (1,"
                                                        + " '{\"quotas\":{\"documents\":1}}',"
                                                        + " now())")
                                        .update()));
        var id = started(archive);
        run(importArchive, id);
        assertThat(find(id).status()).isEqualTo("failed");
        assertThat(find(id).problem()).contains("1 of 1 documents");
        assertThat(find(id).imported()).isEqualTo(2);
        tenancy.as(
                other,
                () ->
                        transaction.executeWithoutResult(
                                _ -> jdbc.sql("delete from knowledge_policy").update()));
        var archives = new ArchiveHttp(port);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> {
                    assertThat(archives.send(other, archive).body()).contains(id.toString());
                    return find(id).status().equals("done");
                });
        assertThat(rows("knowledge_base")).isEqualTo(1);
        assertThat(rows("document")).isEqualTo(2);
    }

    /** What a killed process leaves behind: work marked as its own, with an old heartbeat. */
    private void leftByADeadProcess(UUID id) {
        transaction.executeWithoutResult(_ ->
                jdbc.sql(
                                """
                                insert into scheduled_tasks (task_name, task_instance,
                                    execution_time, picked, picked_by, last_heartbeat, version)
                                values ('import-archive', :id, now() - interval '2 minutes', true,
                                    'dead', now() - interval '1 minute', 1)
                                """)
                        .param("id", other + "/" + id)
                        .update());
    }

    private byte[] archive() throws Exception {
        var base = newBase();
        upload(base, "a.txt", "First text.");
        upload(base, "b.txt", "Second text.");
        for (int i = 0; i < 3; i++) {
            post(
                    "/api/knowledge/overrides",
                    "{\"question\":\"Question " + i + "?\",\"answer\":\"a\"}");
        }
        return new ArchiveHttp(port).download(tenant).body();
    }

    /** As it is accepted, without the job that would work on it. */
    private UUID started(byte[] archive) throws IOException {
        var file = folder.resolve("archive.zip");
        Files.write(file, archive);
        try (var open = ArchiveFile.open(file, json)) {
            return tenancy.<UUID>as(
                    other,
                    () ->
                            transaction.<UUID>execute(_ -> {
                                var id = imports.of(open.manifest()).id();
                                try {
                                    imports.start(id, new ByteArrayInputStream(archive));
                                } catch (IOException impossible) {
                                    throw new UncheckedIOException(impossible);
                                }
                                return id;
                            }));
        }
    }

    private void run(ImportArchive work, UUID id) {
        tenancy.as(
                other,
                () -> {
                    try {
                        work.run(id);
                    } catch (IOException | InterruptedException failed) {
                        throw new IllegalStateException(failed);
                    }
                });
    }

    private ArchiveImport find(UUID id) {
        return tenancy.as(other, () -> imports.find(id)).orElseThrow();
    }

    private int rows(String table) {
        return tenancy.<Integer>as(
                other,
                () ->
                        transaction.<Integer>execute(_ ->
                                jdbc.sql("select count(*) from " + table)
                                        .query((row, _) -> row.getInt(1))
                                        .single()));
    }

    private static final class Killed extends RuntimeException {}

    /** Dies after so many more things, in the midst of the next one. */
    private record Dying(Section section, AtomicInteger left) implements Section {
        @Override
        public String entry() {
            return section.entry();
        }

        @Override
        public void write(Outgoing out) throws IOException {
            section.write(out);
        }

        @Override
        public void check(JsonNode item) {
            section.check(item);
        }

        @Override
        public UUID read(Incoming item) throws IOException {
            var id = section.read(item);
            if (left.getAndDecrement() == 0) {
                throw new Killed();
            }
            return id;
        }
    }
}
