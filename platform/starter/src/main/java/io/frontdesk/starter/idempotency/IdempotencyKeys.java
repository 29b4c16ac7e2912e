package io.frontdesk.starter.idempotency;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys of the transaction's tenant. */
class IdempotencyKeys {
    static final int BATCH = 1000;

    private final JdbcClient jdbc;

    IdempotencyKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the key until the end of the transaction, unless another one has it. */
    boolean lock(String subject, String key) {
        return jdbc.sql(
                        """
                        select pg_try_advisory_xact_lock(hashtextextended(concat_ws('/',
                            current_schema(), 'idempotency', current_setting('app.tenant', true),
                            :subject, :key), 0))
                        """)
                .param("subject", subject)
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    Optional<KeptAnswer> find(String subject, String key, Instant notBefore) {
        return jdbc.sql(
                        """
                        select fingerprint, created_at, status, location, content_type, body
                        from idempotency_key
                        where subject = :subject and key = :key and created_at > :notBefore
                        """)
                .param("subject", subject)
                .param("key", key)
                .param("notBefore", notBefore.atOffset(ZoneOffset.UTC))
                .query(KeptAnswer::of)
                .optional();
    }

    /** Writes the row of this key, over an older one. */
    void save(String subject, String key, KeptAnswer answer) {
        jdbc.sql(
                        """
                        insert into idempotency_key as old (subject, key, fingerprint, created_at,
                            status, location, content_type, body)
                        values (:subject, :key, :fingerprint, :createdAt,
                            :status, :location, :contentType, :body)
                        on conflict (tenant_id, subject, key) do update
                        set fingerprint = excluded.fingerprint, created_at = excluded.created_at,
                            status = excluded.status, location = excluded.location,
                            content_type = excluded.content_type, body = excluded.body
                        where old.created_at <= excluded.created_at
                        """)
                .param("subject", subject)
                .param("key", key)
                .param("fingerprint", answer.fingerprint())
                .param("createdAt", answer.createdAt().atOffset(ZoneOffset.UTC))
                .param("status", answer.running() ? null : answer.status(), Types.SMALLINT)
                .param("location", answer.location(), Types.VARCHAR)
                .param("contentType", answer.contentType(), Types.VARCHAR)
                .param("body", answer.body(), Types.BINARY)
                .update();
    }

    void delete(String subject, String key, Instant createdAt) {
        jdbc.sql(
                        """
                        delete from idempotency_key
                        where subject = :subject and key = :key and created_at = :createdAt
                        """)
                .param("subject", subject)
                .param("key", key)
                .param("createdAt", createdAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Deletes a batch of old rows, of all tenants when the transaction is the system's. */
    int sweep(Instant before) {
        return jdbc.sql(
                        """
                        delete from idempotency_key where ctid in (
                            select ctid from idempotency_key where created_at <= :before
                            order by created_at limit :batch for update skip locked)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("batch", BATCH)
                .update();
    }
}
