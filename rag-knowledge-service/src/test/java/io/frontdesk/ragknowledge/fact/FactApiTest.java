package io.frontdesk.ragknowledge.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.KnowledgeApp;
import io.frontdesk.test.identity.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactApiTest extends KnowledgeApp {

    private static final String PATH = "/api/knowledge/facts";
    private static final String PRICE =
            "{\"kind\":\"price\",\"subject\":\"Haircut\",\"value\":{\"amount\":\"30\","
                    + "\"currency\":\"EUR\"}}";

    private final UUID stranger = UUID.randomUUID();

    @Test
    void keepsChangesAndDeletesFacts() {
        var id = id(post(PATH, PRICE));
        var shown = get(PATH + "/" + id).json();
        assertThat(shown.get("said").stringValue()).isEqualTo("30.00 EUR");
        assertThat(shown.get("inForce").booleanValue()).isTrue();
        var twice = post(PATH, PRICE.replace("Haircut", "  hairCUT "));
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.body()).contains("fact-refused");
        var other = id(post(PATH, PRICE.replace("Haircut", "Shave")));
        assertThat(put(PATH + "/" + other, PRICE).status()).isEqualTo(409);
        var changed = put(PATH + "/" + id, PRICE.replace("\"30\"", "\"31.50\""));
        assertThat(changed.json().get("said").stringValue()).isEqualTo("31.50 EUR");
        assertThat(get(PATH + "?limit=1").json().get("items")).hasSize(1);
        assertThat(get(PATH + "?limit=1").json().has("nextCursor")).isTrue();
        assertThat(delete(PATH + "/" + id).status()).isEqualTo(204);
        assertThat(delete(PATH + "/" + id).status()).isEqualTo(404);
        assertThat(put(PATH + "/" + id, PRICE).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {}
                    null
                    []
                    {"kind":"rumour","subject":"s","value":"x"}
                    {"kind":"price","subject":"s"}
                    {"kind":"price","subject":"s","value":null}
                    {"kind":"price","subject":"s","value":"95 EUR"}
                    {"kind":"price","subject":"s","value":{"amount":95,"currency":"EUR"}}
                    {"kind":"price","subject":"s","value":{"amount":"-1","currency":"EUR"}}
                    {"kind":"price","subject":"s","value":{"amount":"1","currency":"EUR","tax":1}}
                    {"kind":"price","subject":"s","value":{"amount":"1","currency":"eur"}}
                    {"kind":"duration","subject":"s","value":30}
                    {"kind":"duration","subject":"s","value":["PT30M"]}
                    {"kind":"duration","subject":"s","value":"PT9223372036854775807S"}
                    {"kind":"duration","subject":"s","value":"-PT5M"}
                    {"kind":"hours","subject":"s","value":{"day":"monday","from":"25:00","to":"26:00"}}
                    {"kind":"hours","subject":"s","value":{"day":"monday","closed":true,"from":"08:00"}}
                    {"kind":"hours","subject":"s","value":{"day":1,"from":"08:00","to":"09:00"}}
                    {"kind":"phone","subject":"s","value":12345678}
                    {"kind":"email","subject":"s","value":"${T(java.lang.Runtime)}"}
                    {"kind":"address","subject":"s","value":"x"}
                    {"kind":"address","subject":" ","value":"1 High Street"}
                    {"kind":"address","subject":"\\u200b","value":"1 High Street"}
                    """)
    void refusesBadInput(String body) {
        var answer = post(PATH, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(get(PATH).json().get("items")).isEmpty();
    }

    @Test
    void keepsNoControlCharacters() {
        var body =
                "{\"kind\":\"address\",\"subject\":\"S\\u0000hop\",\"value\":\"1\\u0000 High\\n Street\"}";
        var answer = post(PATH, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().get("subject").stringValue()).isEqualTo("Shop");
        assertThat(answer.json().get("value").stringValue()).isEqualTo("1 High Street");
        var subject = PRICE.replace("Haircut", "x".repeat(201));
        assertThat(post(PATH, subject).status()).isEqualTo(400);
    }

    @Test
    void hidesFactsFromOthers() {
        var id = id(post(PATH, PRICE));
        assertThat(asStranger("GET", "/" + id, null).status()).isEqualTo(404);
        assertThat(asStranger("PUT", "/" + id, PRICE).status()).isEqualTo(404);
        assertThat(asStranger("DELETE", "/" + id, null).status()).isEqualTo(404);
        assertThat(asStranger("GET", "", null).json().get("items")).isEmpty();
        assertThat(asStranger("GET", "?cursor=" + id, null).json().get("items")).isEmpty();
        assertThat(asStranger("POST", "", PRICE).status()).as("no contradiction").isEqualTo(201);
        assertThat(get(PATH).json().get("items")).hasSize(1);
        assertThat(get(PATH + "/" + id).json().get("said").stringValue()).isEqualTo("30.00 EUR");
    }

    private Answer asStranger(String method, String path, @Nullable String body) {
        return send(
                TestTokens.owner(stranger),
                method,
                PATH + path,
                body == null ? null : BodyPublishers.ofString(body),
                "application/json");
    }
}
