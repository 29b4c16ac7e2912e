package io.frontdesk.config.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.frontdesk.test.identity.TestTokens;
import io.frontdesk.test.identity.TrustTestTokens;
import io.frontdesk.test.postgres.PostgresTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(properties = "frontdesk.config.location=../config")
@AutoConfigureMockMvc
@PostgresTest
@TrustTestTokens
class SettingsApiTest {
    private static final String SETTINGS = "/api/config/settings";
    private static final String TIMEOUT =
            SETTINGS + "/payment-service/frontdesk.client.read-timeout";

    @Autowired private MockMvc mvc;
    @Autowired private JdbcClient jdbc;

    @BeforeEach
    void clear() {
        jdbc.sql("delete from settings").update();
    }

    @Test
    void keepsWhatAnOperatorSets() throws Exception {
        set(TIMEOUT, "{'value': '7s'}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.application").value("payment-service"))
                .andExpect(jsonPath("$.profile").value("default"))
                .andExpect(jsonPath("$.key").value("frontdesk.client.read-timeout"))
                .andExpect(jsonPath("$.value").value("7s"))
                .andExpect(jsonPath("$.changedBy").isNotEmpty())
                .andExpect(jsonPath("$.changedAt").isNotEmpty());
        as(get(SETTINGS).param("application", "payment-service"))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.nextCursor").isEmpty());
        as(get(SETTINGS).param("profile", "demo")).andExpect(jsonPath("$.items").isEmpty());
    }

    @Test
    void keepsEveryChangeInItsHistory() throws Exception {
        String url = SETTINGS + "/data-service/frontdesk.database.pool-sizes";
        String free = SETTINGS + "/data-service/logging.level.io.frontdesk.data";
        set(url, "{'value': '1'}").andExpect(status().isBadRequest());
        set(free, "{'value': 'debug'}");
        set(free, "{'value': 'debug'}");
        set(free, "{'value': 'info'}");
        as(delete(free)).andExpect(status().isNoContent());
        as(delete(free)).andExpect(status().isNotFound());

        as(get(free + "/changes"))
                .andExpect(jsonPath("$.items.length()").value(3))
                .andExpect(jsonPath("$.items[0].oldValue").value("info"))
                .andExpect(jsonPath("$.items[0].newValue").isEmpty())
                .andExpect(jsonPath("$.items[0].version").value(3))
                .andExpect(jsonPath("$.items[1].oldValue").value("debug"))
                .andExpect(jsonPath("$.items[2].oldValue").isEmpty())
                .andExpect(jsonPath("$.items[2].changedBy").isNotEmpty());
    }

    @Test
    void refusesToRewriteTheHistory() {
        for (var sql :
                new String[] {
                    "update setting_changes set changed_by = 'nobody'",
                    "delete from setting_changes",
                    "truncate setting_changes"
                }) {
            assertThatThrownBy(() -> jdbc.sql(sql).update())
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void refusesAnEditorWhoSawAnotherVersion() throws Exception {
        var answer = set(TIMEOUT, "{'value': '8s'}").andReturn().getResponse().getContentAsString();
        long version = new JsonMapper().readTree(answer).path("version").asLong();

        set(TIMEOUT, "{'value': '9s', 'version': %d}".formatted(version))
                .andExpect(status().isOk());
        set(TIMEOUT, "{'value': '10s', 'version': %d}".formatted(version))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:frontdesk:problem:setting-changed"));
        as(delete(TIMEOUT).param("version", Long.toString(version)))
                .andExpect(status().isConflict());
    }

    @Test
    void listsPageByPage() throws Exception {
        for (var key : new String[] {"a.one", "a.two", "a.three"}) {
            set(SETTINGS + "/application/" + key, "{'value': 'x'}").andExpect(status().isOk());
        }
        var first =
                as(get(SETTINGS).param("limit", "2"))
                        .andExpect(jsonPath("$.items[1].key").value("a.three"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        var cursor = new JsonMapper().readTree(first).path("nextCursor").asString();
        as(get(SETTINGS).param("limit", "2").param("cursor", cursor))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].key").value("a.two"))
                .andExpect(jsonPath("$.nextCursor").isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a.b | {'value': null} | value",
                "a.b | {} | value",
                "a.b | {'value': 'x', 'extra': 1} | extra",
                "a.b | {'value': 'postgres://u:p@host/db'} | secret",
                "a.b | {'value': 'two\\nlines'} | value",
                "a.b | {'value': 'x', 'profile': 'Prod!'} | profile",
                "a.b | {'value': 'x', 'version': 'y'} | version",
                "a.password | {'value': 'x'} | key",
                "frontdesk.identity.mode | {'value': 'local'} | key"
            })
    void namesTheFieldThatIsWrong(String key, String body, String field) throws Exception {
        set(SETTINGS + "/application/" + key, body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(containsString(field)));
    }

    @Test
    void answersNonsenseWithAProblem() throws Exception {
        set(SETTINGS + "/toaster-service/a.b", "{'value': 'x'}").andExpect(status().isNotFound());
        as(get(SETTINGS).param("cursor", "%%%")).andExpect(status().isBadRequest());
        as(get(SETTINGS).param("limit", "0")).andExpect(status().isBadRequest());
        as(get("/api/config/flags")).andExpect(status().isNotFound());
        set(SETTINGS + "/application/a.b", "{'value': '" + "x".repeat(5000) + "'}")
                .andExpect(status().isBadRequest());
    }

    @Test
    void isForOperatorsOnly() throws Exception {
        mvc.perform(get(SETTINGS)).andExpect(status().isUnauthorized());
        mvc.perform(
                        get(SETTINGS)
                                .header(
                                        "Authorization",
                                        "Bearer " + TestTokens.owner(UUID.randomUUID())))
                .andExpect(status().isForbidden());
        assertThat(jdbc.sql("select current_user").query(String.class).single())
                .isEqualTo("config_app");
    }

    private ResultActions set(String url, String json) throws Exception {
        return as(
                put(url).contentType(MediaType.APPLICATION_JSON).content(json.replace('\'', '"')));
    }

    private ResultActions as(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.header("Authorization", "Bearer " + TestTokens.operator()));
    }
}
