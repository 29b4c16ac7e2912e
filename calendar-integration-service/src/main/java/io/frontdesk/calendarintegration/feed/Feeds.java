package io.frontdesk.calendarintegration.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** One feed per resource; only the hash of its token is kept. */
@Repository
@Transactional
class Feeds {
    private final JdbcClient jdbc;
    private final Clock clock;

    Feeds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A feed as its owner sees it.
     *
     * @param details {@code busy} or {@code full}
     * @param lastReadAt within an hour
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Feed(
            UUID resourceId,
            String details,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime lastReadAt) {}

    /** Whose calendar a token opens. */
    record Opened(UUID tenant, UUID resourceId, String details) {}

    /** A new token ends the one before. */
    void put(UUID resourceId, String details, FeedToken token) {
        jdbc.sql(
                        """
                        insert into feed (resource_id, token_hash, details, created_at)
                        values (:resource, :hash, :details, :now)
                        on conflict (resource_id) do update
                        set token_hash = excluded.token_hash, details = excluded.details,
                            created_at = excluded.created_at, last_read_at = null
                        """)
                .param("resource", resourceId)
                .param("hash", token.hash())
                .param("details", details)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    Feed get(UUID resourceId) {
        return jdbc.sql(
                        """
                        select resource_id, details, created_at, last_read_at from feed
                        where resource_id = :resource
                        """)
                .param("resource", resourceId)
                .query((row, number) ->
                        new Feed(
                                row.getObject("resource_id", UUID.class),
                                row.getString("details"),
                                row.getObject("created_at", OffsetDateTime.class),
                                row.getObject("last_read_at", OffsetDateTime.class)))
                .optional()
                .orElseThrow(FeedNotFound::new);
    }

    void revoke(UUID resourceId) {
        var gone =
                jdbc.sql("delete from feed where resource_id = :resource")
                        .param("resource", resourceId)
                        .update();
        if (gone == 0) {
            throw new FeedNotFound();
        }
    }

    /** To be asked across tenants. */
    @Transactional(readOnly = true)
    Optional<Opened> open(FeedToken token) {
        return jdbc.sql("select tenant_id, resource_id, details from feed where token_hash = :hash")
                .param("hash", token.hash())
                .query((row, number) ->
                        new Opened(
                                row.getObject("tenant_id", UUID.class),
                                row.getObject("resource_id", UUID.class),
                                row.getString("details")))
                .optional();
    }

    void read(UUID resourceId) {
        jdbc.sql(
                        """
                        update feed set last_read_at = :now where resource_id = :resource
                          and (last_read_at is null
                               or last_read_at < :now::timestamptz - interval '1 hour')
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("resource", resourceId)
                .update();
    }
}
