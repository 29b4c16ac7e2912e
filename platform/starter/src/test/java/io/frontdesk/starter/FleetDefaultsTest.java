package io.frontdesk.starter;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.DefaultResourceLoader;

/** The fleet's defaults stand below everything that anybody says. */
class FleetDefaultsTest {
    private static final String SETTING = "spring.lifecycle.timeout-per-shutdown-phase";
    private static final String CONFIGURATION =
            """
            {"name":"probe-service","profiles":["default"],"propertySources":
             [{"name":"from the server","source":{"%s":"9s","server.address":"127.0.0.9"}}]}
            """
                    .formatted(SETTING);

    @TempDir private Path folder = Path.of("");

    static class Empty {}

    @EnableAutoConfiguration
    static class App {}

    @Test
    void holdWhereNobodySaysOtherwise() {
        try (var app = start()) {
            assertThat(setting(app)).isEqualTo("20s");
            var environment = app.getEnvironment();
            assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
            assertThat(environment.getProperty("spring.threads.virtual.enabled")).isEqualTo("true");
        }
    }

    @Test
    void yieldToTheAppsOwnFile() throws IOException {
        Files.writeString(folder.resolve("application.yml"), SETTING + ": 7s");
        try (var app = start()) {
            assertThat(setting(app)).isEqualTo("7s");
        }
    }

    @Test
    void yieldToWhatTheOperatorSays() throws IOException {
        Files.writeString(folder.resolve("application.yml"), SETTING + ": 7s");
        try (var app = start("--" + SETTING + "=8s")) {
            assertThat(setting(app)).isEqualTo("8s");
        }
    }

    @Test
    void yieldToTheConfigServer() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        var body = CONFIGURATION.getBytes(StandardCharsets.UTF_8);
                        exchange.getResponseHeaders().add("Content-Type", "application/json");
                        exchange.sendResponseHeaders(200, body.length);
                        exchange.getResponseBody().write(body);
                    }
                });
        server.start();
        Files.writeString(folder.resolve("application.yml"), SETTING + ": 7s");
        var uri = "http://localhost:" + server.getAddress().getPort() + "/configuration";
        try (var app =
                start(
                        "--frontdesk.infrastructure.password=known",
                        "--frontdesk.infrastructure.config-uri=" + uri)) {
            assertThat(app.getEnvironment().getProperty("server.address")).isEqualTo("127.0.0.9");
            assertThat(setting(app)).isEqualTo("9s");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void letAServiceStartWhereTheConfigServerIsDown() {
        try (var app =
                start(
                        "--frontdesk.infrastructure.password=known",
                        "--frontdesk.infrastructure.config-uri=http://localhost:1")) {
            assertThat(setting(app)).isEqualTo("20s");
        }
    }

    @Test
    void lookForNobodyWhereAServiceRunsAlone() {
        try (var app = start()) {
            assertThat(property(app, "spring.cloud.config.enabled")).isEqualTo("false");
            assertThat(property(app, "eureka.client.enabled")).isEqualTo("false");
            assertThat(property(app, "logging.structured.format.console")).isEmpty();
        }
        try (var app = start("--frontdesk.infrastructure.password=known")) {
            assertThat(property(app, "eureka.client.enabled")).isNull();
            assertThat(property(app, "logging.structured.format.console")).isEqualTo("ecs");
        }
    }

    @Test
    void giveAServiceWithoutMigrationsNoDatabase() {
        try (var app = start(App.class)) {
            assertThat(app.getBeanNamesForType(DataSource.class)).isEmpty();
        }
    }

    @Test
    void giveNoDatabaseEvenToAServiceThatExcludesSomethingElse() {
        try (var app =
                start(
                        App.class,
                        "--spring.autoconfigure.exclude=io.frontdesk.starter.telemetry"
                                + ".TelemetryAutoConfiguration")) {
            assertThat(app.getBeanNamesForType(DataSource.class)).isEmpty();
        }
    }

    private static String setting(ConfigurableApplicationContext app) {
        return String.valueOf(property(app, SETTING));
    }

    private static @Nullable String property(ConfigurableApplicationContext app, String name) {
        Environment environment = app.getEnvironment();
        return environment.getProperty(name);
    }

    private ConfigurableApplicationContext start(String... arguments) {
        return start(Empty.class, arguments);
    }

    private ConfigurableApplicationContext start(Class<?> app, String... arguments) {
        var resources = new DefaultResourceLoader(AppResources.of());
        return new SpringApplicationBuilder(resources, app)
                .web(WebApplicationType.NONE)
                .properties(
                        Map.of(
                                "spring.application.name",
                                "probe-service",
                                "spring.config.location",
                                "optional:" + folder.toUri()))
                .run(arguments);
    }
}
