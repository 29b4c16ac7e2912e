package io.frontdesk.gateway.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.gateway.Door;
import io.frontdesk.gateway.Fleet;
import io.frontdesk.gateway.GatewayTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@GatewayTest
class BootstrapTest {
    @Test
    void createsEverythingOnce(
            @LocalServerPort int port, @Autowired Bootstrap bootstrap, @Autowired JdbcClient jdbc) {
        var door = Door.open(port);
        var before = door.with(Fleet.OPERATOR).get("/api/audit/entries?limit=200").body();

        bootstrap.afterPropertiesSet();

        assertThat(door.with(Fleet.OPERATOR).get("/api/audit/entries?limit=200").body())
                .isEqualTo(before);
        assertThat(before).contains("tenant.created", "user.created", "api-key.created");
        assertThat(door.with(Fleet.DEMO).get("/api/me").body()).contains(Fleet.TENANT.toString());
        assertThat(jdbc.sql("select count(*) from api_keys").query(Integer.class).single())
                .as("seen without a tenant")
                .isZero();
    }
}
