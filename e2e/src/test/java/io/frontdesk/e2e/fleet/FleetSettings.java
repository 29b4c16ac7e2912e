package io.frontdesk.e2e.fleet;

import io.frontdesk.launcher.catalog.Service;
import io.frontdesk.launcher.secrets.Secrets;
import io.frontdesk.launcher.secrets.ServiceEnvironment;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** What the launcher tells each service, but for ports and folders, which are this test run's. */
record FleetSettings(Secrets secrets, FleetPorts ports, String databaseUrl, Path state) {
    static final String BROKER = "broker";
    static final String WEBSITE = "website";

    Map<String, String> environment(Service service, List<Service> all) {
        var password = secrets.infrastructurePassword();
        var gateway = "http://localhost:" + ports.of("gateway-service");
        var environment =
                new TreeMap<>(ServiceEnvironment.of(service.name(), secrets, databaseUrl));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", String.valueOf(ports.of(service.name())));
        environment.put("FRONTDESK_STATE_DIRECTORY", state.resolve(service.name()).toString());
        environment.put("FRONTDESK_IDENTITY_JWKSURI", gateway + "/oauth2/jwks");
        environment.put("FRONTDESK_IDENTITY_TOKENURI", gateway + "/oauth2/token");
        environment.put(
                "FRONTDESK_INFRASTRUCTURE_CONFIGURI",
                "http://localhost:" + ports.of("config-service") + "/configuration");
        environment.put(
                "FRONTDESK_INFRASTRUCTURE_REGISTRYURI",
                "http://frontdesk:%s@localhost:%d/eureka/"
                        .formatted(password, ports.of("orchestration-service")));
        environment.put("FRONTDESK_EVENTS_BROKERURL", "tcp://localhost:" + ports.of(BROKER));
        environment.put("FRONTDESK_BROKER_PORT", String.valueOf(ports.of(BROKER)));
        if (service.name().equals("rag-knowledge-service")) {
            var website = "localhost:" + ports.of(WEBSITE);
            environment.put("FRONTDESK_KNOWLEDGE_FETCHING_ALLOWHOSTS", website);
        }
        environment.put("SPRING_APPLICATION_JSON", addresses(all));
        environment.put("MALLOC_ARENA_MAX", "2");
        return environment;
    }

    /** Where services are found while the registry is away. */
    private String addresses(List<Service> all) {
        var addresses = new HashMap<String, Object>();
        for (var service : all) {
            addresses.put(
                    "spring.cloud.discovery.client.simple.instances." + service.name() + "[0].uri",
                    "http://localhost:" + ports.of(service.name()));
        }
        return new JsonMapper().writeValueAsString(addresses);
    }
}
