package io.frontdesk.config.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.frontdesk.test.identity.TestTokens;
import io.frontdesk.test.identity.TrustTestTokens;
import io.frontdesk.test.postgres.PostgresTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        properties = {"frontdesk.infrastructure.password=s3cret", "eureka.client.enabled=false"})
@AutoConfigureMockMvc
@PostgresTest
@TrustTestTokens
class EnvironmentTest {
    @TempDir static Path folder;

    @Autowired private MockMvc mvc;
    @Autowired private JdbcClient jdbc;

    @DynamicPropertySource
    static void files(DynamicPropertyRegistry registry) throws IOException {
        Files.writeString(
                folder.resolve("application.yml"), "a: {one: fleet, two: fleet, three: fleet}");
        Files.writeString(folder.resolve("data-service.yml"), "a: {two: service, three: service}");
        Files.writeString(folder.resolve("application-debug.yml"), "a: {one: debug}");
        Files.writeString(folder.resolve("other.yml"), "b: {password: nobody's}");
        registry.add("frontdesk.config.location", folder::toString);
    }

    @BeforeEach
    void clear() {
        jdbc.sql("delete from settings").update();
    }

    @Test
    void letsAServicesFileWinOverTheFleets() throws Exception {
        assertThat(effective("data-service/default"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("a.one", "fleet", "a.two", "service", "a.three", "service"));
        assertThat(effective("agent-service/default")).containsEntry("a.two", "fleet");
        assertThat(effective("data-service/debug")).containsEntry("a.one", "debug");
    }

    @Test
    void letsSettingsWinOverFiles() throws Exception {
        row("application", "default", "a.one", "all");
        row("application", "default", "a.three", "all");
        row("data-service", "default", "a.three", "own");
        row("data-service", "debug", "a.two", "debugging");

        assertThat(effective("data-service/default"))
                .containsEntry("a.one", "all")
                .containsEntry("a.two", "service")
                .containsEntry("a.three", "own");
        assertThat(effective("data-service/debug")).containsEntry("a.two", "debugging");
        assertThat(effective("agent-service/default")).containsEntry("a.three", "all");
    }

    @Test
    void servesFilesWhileTheDatabaseRefuses() throws Exception {
        row("application", "default", "a.one", "all");
        assertThat(effective("config-service/default")).containsEntry("a.one", "all");
        var overlay = new SettingsOverlay(Outage.jdbc(), 1);
        assertThat(overlay.findOne("config-service", "default", null).getPropertySources())
                .isEmpty();
    }

    @Test
    void asksForTheFleetsPassword() throws Exception {
        mvc.perform(get("/configuration/data-service/default"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", "Basic realm=\"frontdesk\""))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
        for (var token : new String[] {TestTokens.operator(), "s3cret"}) {
            mvc.perform(
                            get("/configuration/data-service/default")
                                    .header("Authorization", "Bearer " + token))
                    .andExpect(status().isUnauthorized());
        }
        mvc.perform(get("/configuration/data-service/default").headers(basic("guess")))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void servesNothingOutsideItsFolder() throws Exception {
        for (var path :
                new String[] {
                    "data-service/default/main/..%2f..%2fetc%2fpasswd",
                    "data-service/default/main/%2e%2e/%2e%2e/etc/passwd",
                    "..%2f..%2fetc/default"
                }) {
            int answer =
                    mvc.perform(password(get(URI.create("/configuration/" + path))))
                            .andReturn()
                            .getResponse()
                            .getStatus();
            assertThat(answer).isIn(400, 404);
        }
    }

    /** What a client makes of the answer: the first source that has a key wins. */
    private Map<String, String> effective(String path) throws Exception {
        var body =
                mvc.perform(password(get("/configuration/" + path)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        var values = new LinkedHashMap<String, String>();
        for (JsonNode source : new JsonMapper().readTree(body).path("propertySources")) {
            source.path("source")
                    .propertyStream()
                    .forEach(e -> values.putIfAbsent(e.getKey(), e.getValue().asString()));
        }
        return values;
    }

    private static MockHttpServletRequestBuilder password(MockHttpServletRequestBuilder request) {
        return request.headers(basic("s3cret"));
    }

    private static HttpHeaders basic(String password) {
        var headers = new HttpHeaders();
        headers.setBasicAuth("frontdesk", password);
        return headers;
    }

    private void row(String application, String profile, String key, String value) {
        jdbc.sql("insert into settings values (?, ?, ?, ?, 1, 'test', now())")
                .params(application, profile, key, value)
                .update();
    }
}
