package io.frontdesk.test.contract;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContractReplayTest {
    private static final String DOCUMENT =
            """
            {"openapi": "3.1.0", "info": {"title": "search", "version": "1"},
             "paths": {"/core/search": {"post": {"operationId": "search",
               "requestBody": {"required": true, "content": {"application/json": {
                 "schema": {"$ref": "#/components/schemas/Search"}}}},
               "responses": {"200": {"description": "hits", "content": {"application/json": {
                 "schema": {"$ref": "#/components/schemas/Hits"}}}}}}}},
             "components": {"schemas": {
               "Search": {"type": "object", "required": ["query"], "properties": {
                 "query": {"type": "string"}, "topK": {"type": ["integer", "null"]}}},
               "Hits": {"type": "object", "properties": {
                 "hits": {"type": "array", "items": {"type": "string"}}}}}}}
            """;

    private final WireMockServer provider =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private final ContractReplay contract = ContractReplay.of(DOCUMENT);

    @BeforeEach
    void start() {
        provider.start();
    }

    @AfterEach
    void stop() {
        provider.stop();
    }

    @Test
    void acceptsWhatTheProviderTakesAndMayAnswer() {
        exchange("{\"query\":\"leave\",\"topK\":null}", "{\"hits\":[\"a\"]}");

        assertThatCode(() -> contract.verify(provider)).doesNotThrowAnyException();
    }

    @Test
    void rejectsARequestThatTheProviderRefuses() {
        exchange("{\"question\":\"leave\"}", "{\"hits\":[]}");

        assertThatThrownBy(() -> contract.verify(provider))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("POST /core/search")
                .hasMessageContaining("query");
    }

    @Test
    void rejectsAStubThatTheProviderNeverAnswers() {
        exchange("{\"query\":\"leave\"}", "{\"hits\":[1]}");

        assertThatThrownBy(() -> contract.verify(provider))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("validation.response.body");
    }

    @Test
    void rejectsARecordingOfNothing() {
        assertThatThrownBy(() -> contract.verify(provider))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Nothing was recorded");
    }

    private void exchange(String sent, String answered) {
        provider.stubFor(post(urlPathEqualTo("/core/search")).willReturn(okJson(answered)));
        new Wire(provider.baseUrl()).call("POST", "/core/search", null, sent);
    }
}
