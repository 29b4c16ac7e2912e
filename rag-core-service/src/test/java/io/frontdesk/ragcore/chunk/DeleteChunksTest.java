package io.frontdesk.ragcore.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragcore.Core;
import io.frontdesk.ragcore.RagCoreTest;
import io.frontdesk.starter.events.CloudEvent;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

@RagCoreTest
class DeleteChunksTest {
    @Test
    void forgetsADeletedDocumentForGood(
            @LocalServerPort int port,
            @Autowired DeleteChunks delete,
            @Autowired TransactionTemplate transactions,
            @Autowired Tenancy tenancy) {
        var tenant = UUID.randomUUID();
        var base = UUID.randomUUID();
        var document = UUID.randomUUID();
        var core = Core.service(port, tenant);
        core.store(base, document, "Sick leave.");
        var event =
                new CloudEvent<>(
                        UUID.randomUUID().toString(),
                        "/rag-knowledge-service",
                        "io.frontdesk.knowledge.document-deleted",
                        document.toString(),
                        OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC),
                        tenant,
                        new DeleteChunks.Deleted(document, base));

        tenancy.as(
                tenant, (Runnable) () -> transactions.executeWithoutResult(s -> delete.on(event)));
        tenancy.as(
                tenant, (Runnable) () -> transactions.executeWithoutResult(s -> delete.on(event)));

        assertThat(core.search("sick", "hybrid")).isEmpty();
        assertThat(core.store(base, document, "Too late.").status()).isEqualTo(410);
    }
}
