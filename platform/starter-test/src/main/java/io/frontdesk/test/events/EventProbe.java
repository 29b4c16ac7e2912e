package io.frontdesk.test.events;

import io.frontdesk.starter.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the app under test published, of all tenants, as its outbox tells; no broker is needed.
 * Import it into a test: {@code @Import(EventProbe.class)}.
 */
public final class EventProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Tenancy tenancy;
    private final TransactionTemplate transactions;
    private final JsonMapper json = new JsonMapper();

    public EventProbe(JdbcClient jdbc, Tenancy tenancy, PlatformTransactionManager manager) {
        this.jdbc = jdbc;
        this.tenancy = tenancy;
        this.transactions = new TransactionTemplate(manager);
    }

    /** One event that was published. */
    public record Published(
            UUID id,
            String type,
            String subject,
            @Nullable UUID tenant,
            JsonNode data,
            boolean reachedBroker) {}

    /** The events of a type so far, oldest first. */
    public List<Published> published(String type) {
        return tenancy.<List<Published>>asSystem(
                () -> transactions.<List<Published>>execute(status -> read(type)));
    }

    /** Waits up to ten seconds for the first event of a type about a subject. */
    public Published await(String type, String subject) {
        return Awaitility.await()
                .alias("event " + type + " about " + subject)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () ->
                                published(type).stream()
                                        .filter(event -> event.subject().equals(subject))
                                        .toList(),
                        events -> !events.isEmpty())
                .getFirst();
    }

    private List<Published> read(String type) {
        return jdbc.sql("select * from outbox where type = :type order by id")
                .param("type", type)
                .query((row, number) -> published(row))
                .list();
    }

    private Published published(ResultSet row) throws SQLException {
        return new Published(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getString("subject"),
                row.getObject("tenant_id", UUID.class),
                json.readTree(row.getString("data")),
                row.getObject("published_at") != null);
    }
}
