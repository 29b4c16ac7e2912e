package io.frontdesk.conversationalpayment.policy;

import io.frontdesk.conversationalpayment.audit.AuditTrail;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The policy of the tenant at hand, and all that it was before. */
@Repository
@EnableConfigurationProperties(PolicyProperties.class)
public class Policies {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditTrail audit;
    private final Clock clock;
    private final SpendPolicy standard;

    Policies(
            JdbcClient jdbc,
            JsonMapper json,
            AuditTrail audit,
            Clock clock,
            PolicyProperties properties) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
        this.standard = SpendPolicy.standard(CurrencyUnit.of(properties.currency()));
    }

    /**
     * The policy in force.
     *
     * @throws PolicyUnreadable when it cannot be told for whatever reason
     */
    @Transactional
    public SpendPolicy current() {
        try {
            var head =
                    jdbc.sql("select version from spend_policy_head")
                            .query(Integer.class)
                            .optional();
            return head.isEmpty() ? standard : read(head.get());
        } catch (DataAccessException | JacksonException unreadable) {
            throw new PolicyUnreadable(unreadable);
        }
    }

    /** Puts another policy in force and returns it with its version. */
    @Transactional
    SpendPolicy replace(SpendPolicy policy) {
        // The row of the first version may not exist yet: two owners at once take turns here.
        jdbc.sql("insert into spend_policy_head (version) values (0) on conflict do nothing")
                .update();
        var before =
                jdbc.sql("select version from spend_policy_head for update")
                        .query(Integer.class)
                        .single();
        if (policy.version() != null && !policy.version().equals(before)) {
            throw new PolicyChanged(before);
        }
        var next = policy.withVersion(before + 1);
        jdbc.sql(
                        """
                        insert into spend_policy (version, content, changed_by, changed_at)
                        values (:version, :content::jsonb, :by, :at)
                        """)
                .param("version", next.version())
                .param("content", json.writeValueAsString(next))
                .param("by", AuditTrail.subject())
                .param("at", OffsetDateTime.now(clock))
                .update();
        jdbc.sql("update spend_policy_head set version = :version")
                .param("version", next.version())
                .update();
        audit.add("policy-changed", "policy", Map.of("version", before + 1, "policy", next));
        return next;
    }

    /** Newest first; {@code before} is the last version of the page before. */
    @Transactional
    List<PolicyVersion> versions(int limit) {
        return jdbc.sql("select * from spend_policy order by version desc limit :limit")
                .param("limit", limit)
                .query((row, _) ->
                        new PolicyVersion(
                                row.getInt("version"),
                                row.getString("changed_by"),
                                row.getObject("changed_at", OffsetDateTime.class),
                                json.readValue(row.getString("content"), SpendPolicy.class)))
                .list();
    }

    private SpendPolicy read(int version) {
        return jdbc.sql("select content from spend_policy where version = :version")
                .param("version", version)
                .query(String.class)
                .optional()
                .map(content -> json.readValue(content, SpendPolicy.class))
                .orElseThrow(() -> new PolicyUnreadable(null));
    }

    /** A policy that was in force once, or is. */
    record PolicyVersion(
            int version, String changedBy, OffsetDateTime changedAt, SpendPolicy policy) {}
}
