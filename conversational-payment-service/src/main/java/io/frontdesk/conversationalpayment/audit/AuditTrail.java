package io.frontdesk.conversationalpayment.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The trail of the tenant at hand. The database lets the application add to it, nothing else. */
@Repository
@Transactional
public class AuditTrail {
    private static final String OURSELVES = "conversational-payment-service";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final IdGenerator ids;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, JsonMapper json, IdGenerator ids, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Adds an entry about the caller, with the transaction at hand or in one of its own.
     *
     * @param action a verb in the past, for example {@code quote-confirmed}
     * @param about usually an id
     */
    public void add(String action, Object about, Map<String, ?> detail) {
        jdbc.sql(
                        """
                        insert into audit_entry (id, at, subject, action, about, detail)
                        values (:id, :at, :subject, :action, :about, :detail::jsonb)
                        """)
                .param("id", ids.generateId())
                .param("at", OffsetDateTime.now(clock))
                .param("subject", subject())
                .param("action", action)
                .param("about", about.toString())
                .param("detail", json.writeValueAsString(detail))
                .update();
    }

    /** Who the caller is; this service itself where no caller waits. */
    public static String subject() {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        return caller == null ? OURSELVES : caller.getName();
    }

    /** Newest first; {@code before} is the last id of the page before. */
    List<AuditEntry> list(@Nullable String action, int limit, @Nullable UUID before) {
        return jdbc.sql(
                        """
                        select * from audit_entry
                        where (:before::uuid is null or id < :before::uuid)
                            and (:action::text is null or action = :action)
                        order by id desc limit :limit
                        """)
                .param("before", before)
                .param("action", action)
                .param("limit", limit)
                .query((row, _) -> entry(row))
                .list();
    }

    private AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class),
                row.getString("subject"),
                row.getString("action"),
                row.getString("about"),
                json.readTree(row.getString("detail")));
    }
}
