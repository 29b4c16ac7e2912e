package io.frontdesk.gateway;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.frontdesk.gateway.route.RouteTable;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** One server that plays every service of the fleet, and what the launcher tells the gateway. */
public final class Fleet {
    public static final WireMockServer SERVICES = start();
    public static final String SECRET = "fleet-secret-of-the-tests";
    public static final String OPERATOR = "fd_operator_" + "o".repeat(40);
    public static final String DEMO = "fd_demo_" + "d".repeat(40);
    public static final UUID TENANT = UUID.fromString("01930000-0000-7000-8000-000000000001");
    public static final String PASSWORD = "correct horse battery staple";

    private Fleet() {}

    private static WireMockServer start() {
        var server =
                new WireMockServer(
                        WireMockConfiguration.wireMockConfig()
                                .dynamicPort()
                                .bindAddress("127.0.0.1"));
        server.start();
        return server;
    }

    /** Points the registry's fallback at the server. */
    public static final class Addresses
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Map<String, Object> properties = new HashMap<>();
            for (String service : RouteTable.SERVICES) {
                properties.put(
                        "spring.cloud.discovery.client.simple.instances." + service + "[0].uri",
                        SERVICES.baseUrl());
            }
            properties.put("frontdesk.fleet.secret", SECRET);
            properties.put("frontdesk.bootstrap.operator-key", OPERATOR);
            properties.put("frontdesk.bootstrap.demo-tenant-id", TENANT.toString());
            properties.put("frontdesk.bootstrap.demo-key", DEMO);
            properties.put("frontdesk.bootstrap.operator-password", PASSWORD);
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("fleet", properties));
        }
    }
}
