package io.frontdesk.test.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiDocumentTest {
    @Test
    void listsOperations() {
        var api =
                ApiDocument.parse(
                        """
                        {"openapi": "3.1.0", "info": {"title": "a", "version": "1"},
                         "paths": {"/a/{id}": {"get": {"operationId": "a",
                           "responses": {"200": {"description": "ok"}}}}}}
                        """);

        assertThat(api.faults()).isEmpty();
        assertThat(api.operations()).hasToString("[GET /a/{id}]");
        assertThat(api.operations().getFirst().pathToNothing()).matches("/a/[0-9a-f-]{36}");
    }

    @Test
    void tellsFaults() {
        var api =
                ApiDocument.parse(
                        """
                        {"openapi": "3.0.1", "info": {"title": "a"},
                         "paths": {"/a": {
                           "get": {"operationId": "a", "responses": {"200": {
                             "$ref": "#/components/responses/Missing"}}},
                           "post": {"operationId": "a"}}}}
                        """);

        assertThat(api.faults())
                .anyMatch(fault -> fault.contains("instead of 3.1"))
                .anyMatch(fault -> fault.contains("/info/version"))
                .anyMatch(fault -> fault.contains("POST /a has no operationId of its own"))
                .anyMatch(fault -> fault.contains("POST /a answers nothing"))
                .anyMatch(fault -> fault.contains("Missing leads nowhere"));
    }
}
