package io.frontdesk.admincustomerrag.sighting;

import io.frontdesk.starter.events.CloudEvent;
import io.frontdesk.starter.events.OnEvent;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Documents that became ready, as the tenant at hand has heard of them; kept for a day. */
@Repository
@Transactional
public class Sightings {

    private final JdbcClient jdbc;
    private final Clock clock;

    Sightings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @OnEvent("io.frontdesk.knowledge.document-ready")
    void ready(CloudEvent<DocumentReady> event) {
        if (event.tenantId() == null) {
            return;
        }
        jdbc.sql(
                        "insert into document_sighting (document_id, base_id, at)"
                                + " values (:document, :base, :now) on conflict do nothing")
                .param("document", event.data().documentId())
                .param("base", event.data().baseId())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Whether the tenant at hand was told of a document. */
    public boolean has(UUID documentId) {
        return jdbc.sql("select exists (select from document_sighting where document_id = :id)")
                .param("id", documentId)
                .query(Boolean.class)
                .single();
    }

    /** How many documents other than this one the tenant at hand was told of. */
    public int others(UUID documentId) {
        return jdbc.sql("select count(*) from document_sighting where document_id <> :id")
                .param("id", documentId)
                .query(Integer.class)
                .single();
    }

    public int removeAll() {
        return jdbc.sql("delete from document_sighting").update();
    }

    /** Forgets what is older than a day, of all tenants. */
    public int sweep() {
        return jdbc.sql("delete from document_sighting where at < :oldest")
                .param("oldest", OffsetDateTime.now(clock).minusDays(1))
                .update();
    }

    record DocumentReady(UUID documentId, UUID baseId) {}
}
