package io.frontdesk.gateway.tenant;

import static io.frontdesk.gateway.Door.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.gateway.Door;
import io.frontdesk.gateway.Fleet;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@GatewayTest
class TenantControllerTest {
    private static final String ACME =
            """
            {"name":"Acme","industry":"salon","timeZone":"Europe/Paris","currency":"EUR"}
            """;

    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;
    @Autowired private Tenancy tenancy;
    private Door operator;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        operator = Door.open(port).with(Fleet.OPERATOR);
    }

    @Test
    void createsATenant() {
        var answer = operator.post("/api/tenants", ACME);

        assertThat(answer.statusCode()).isEqualTo(201);
        var id = json(answer).path("id").asString();
        assertThat(operator.get("/api/tenants?limit=1").body()).contains(id);
        assertThat(operator.get("/api/me", "X-Tenant-Id", id).statusCode()).isEqualTo(200);
        assertThat(operator.get("/api/audit/entries", "X-Tenant-Id", id).body())
                .contains("tenant.created");
    }

    @Test
    void createsOneTenantForOneIdempotencyKey() {
        var key = UUID.randomUUID().toString();
        var first = operator.post("/api/tenants", ACME, "Idempotency-Key", key);
        var second = operator.post("/api/tenants", ACME, "Idempotency-Key", key);
        var other =
                operator.post("/api/tenants", ACME.replace("Acme", "B"), "Idempotency-Key", key);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(422);
    }

    @Test
    void letsATenantSeeItselfOnlyWhereRowLevelSecurityIsTheOnlyGuard() {
        var id = UUID.fromString(json(operator.post("/api/tenants", ACME)).path("id").asString());

        assertThat(tenantsSeenBy(id)).isEqualTo(1);
        assertThat(tenantsSeenBy(UUID.randomUUID())).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Paris, EURO, currency",
        "Europe/Paris, XAU, currency",
        "+02:00, EUR, timeZone",
        "Mars/Base, EUR, timeZone"
    })
    void namesTheFieldThatIsWrong(String zone, String currency, String field) {
        var answer =
                operator.post(
                        "/api/tenants",
                        "{\"name\":\"x\",\"timeZone\":\"%s\",\"currency\":\"%s\"}"
                                .formatted(zone, currency));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("errors").path(0).path("field").asString()).isEqualTo(field);
    }

    @Test
    void refusesAFieldThatItDoesNotKnow() {
        var answer = operator.post("/api/tenants", ACME.replace("industry", "trade"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("errors").path(0).path("field").asString()).isEqualTo("trade");
    }

    private int tenantsSeenBy(UUID tenant) {
        return tenancy.as(
                tenant,
                () ->
                        transaction.execute(status ->
                                jdbc.sql("select count(*) from tenants")
                                        .query(Integer.class)
                                        .single()));
    }
}
