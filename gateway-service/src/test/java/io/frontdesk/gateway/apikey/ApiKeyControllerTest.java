package io.frontdesk.gateway.apikey;

import static io.frontdesk.gateway.Door.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.gateway.Door;
import io.frontdesk.gateway.Fleet;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.access.Secrets;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@GatewayTest
class ApiKeyControllerTest {
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;
    @Autowired private Tenancy tenancy;
    private Door door;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        door = Door.open(port).with(Fleet.DEMO);
    }

    @Test
    void showsAKeyOnceAndStoresItsDigest() {
        var made = door.newKey("");
        var secret = made.path("key").asString();

        assertThat(secret).matches("fd_[A-Za-z0-9_-]{43}");
        assertThat(made.path("tenantId").asString()).isEqualTo(Fleet.TENANT.toString());
        assertThat(door.get("/api/api-keys").body()).doesNotContain(secret);
        var rows =
                tenancy.asSystem(() ->
                        transaction.execute(status ->
                                jdbc.sql("select k::text from api_keys k")
                                        .query(String.class)
                                        .list()));
        assertThat(String.join("\n", rows)).contains(Secrets.digest(secret)).doesNotContain(secret);
    }

    @Test
    void givesNobodyMoreThanTheyHave() {
        var staff = door.newKey(",\"roles\":[\"staff\"],\"scopes\":[\"knowledge:read\"]");
        assertThat(staff.path("roles").path(0).asString()).isEqualTo("staff");
        assertThat(create("\"roles\":[\"operator\"]")).isEqualTo(403);
        assertThat(create("\"roles\":[\"king\"]")).isEqualTo(400);
        assertThat(create("\"roles\":[\"staff\"],\"scopes\":[\"billing:read\"]")).isEqualTo(400);
        assertThat(create("\"tenantId\":\"" + UUID.randomUUID() + "\"")).isEqualTo(404);
        assertThat(create("\"expiresAt\":\"2020-01-01T00:00:00Z\"")).isEqualTo(400);
        assertThat(door.post("/api/api-keys", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void narrowsAKeyThatANarrowedKeyMakes() {
        var narrow = door.newKey(",\"scopes\":[\"keys:write\",\"keys:read\",\"calendar:read\"]");
        var maker = door.with(narrow.path("key").asString());
        var made = json(maker.post("/api/api-keys", "{\"name\":\"child\"}"));

        assertThat(made.path("scopes").valueStream().map(s -> s.asString()))
                .containsExactlyInAnyOrder("keys:write", "keys:read", "calendar:read");
        assertThat(
                        maker.post("/api/api-keys", "{\"name\":\"x\",\"scopes\":[\"data:read\"]}")
                                .statusCode())
                .isEqualTo(403);
    }

    @Test
    void letsAnOperatorMakeKeysForAnyTenant() {
        var operator = door.with(Fleet.OPERATOR);
        var byField = "{\"name\":\"a\",\"tenantId\":\"%s\"}".formatted(Fleet.TENANT);
        var tenant = Fleet.TENANT.toString();

        var one = json(operator.post("/api/api-keys", byField));
        var two = json(operator.post("/api/api-keys", "{\"name\":\"b\"}", "X-Tenant-Id", tenant));
        var own = json(operator.post("/api/api-keys", "{\"name\":\"c\"}"));

        assertThat(one.path("roles").path(0).asString()).isEqualTo("owner");
        assertThat(two.path("tenantId").asString()).isEqualTo(tenant);
        assertThat(own.path("roles").path(0).asString()).isEqualTo("operator");
        assertThat(own.path("tenantId").isNull()).isTrue();
    }

    @Test
    void pagesThroughTheKeysOfTheTenant() {
        for (int i = 0; i < 5; i++) {
            door.newKey("");
        }
        Set<String> seen = new HashSet<>();
        var page = json(door.get("/api/api-keys?limit=2"));
        while (true) {
            page.path("items")
                    .forEach(key -> assertThat(seen.add(key.path("id").asString())).isTrue());
            if (page.path("nextCursor").isNull()) {
                break;
            }
            page =
                    json(
                            door.get(
                                    "/api/api-keys?limit=2&cursor="
                                            + page.path("nextCursor").asString()));
        }
        assertThat(seen).hasSizeGreaterThanOrEqualTo(6);
        assertThat(door.get("/api/api-keys?limit=0").statusCode()).isEqualTo(400);
        assertThat(door.get("/api/api-keys?cursor=x").statusCode()).isEqualTo(400);
    }

    @Test
    void hidesTheKeysOfOthers() {
        var mine = door.newKey("").path("id").asString();
        var stranger = door.with(door.ownerOfNewTenant());

        assertThat(stranger.get("/api/api-keys").body()).doesNotContain(mine);
        assertThat(stranger.delete("/api/api-keys/" + mine).statusCode()).isEqualTo(404);
        assertThat(door.delete("/api/api-keys/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(door.delete("/api/api-keys/" + mine).statusCode()).isEqualTo(204);
        assertThat(door.delete("/api/api-keys/" + mine).statusCode()).isEqualTo(204);
    }

    private int create(String field) {
        return door.post("/api/api-keys", "{\"name\":\"k\"," + field + "}").statusCode();
    }
}
