package io.frontdesk.ragknowledge.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.KnowledgeApp;
import io.frontdesk.ragknowledge.search.Passage;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class CoreWordingTest extends KnowledgeApp {

    private static final String SAYS =
            "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":"
                    + "\"{\\\"sentences\\\":[{\\\"text\\\":\\\"It is open.\\\",\\\"source\\\":1,\\\"quote\\\":\\\"It is open.\\\"}]}\"}}],\"usage\":{}}";
    private static final UUID AGENT = new UUID(5, 5);
    private static final Brief BRIEF =
            new Brief(
                    "Is it open?",
                    "Be brief.",
                    List.of(
                            new Passage(
                                    new UUID(1, 1),
                                    new UUID(2, 2),
                                    "Hours",
                                    List.of(),
                                    "It is open.",
                                    null,
                                    1)),
                    "fast",
                    AGENT,
                    "abc");

    @Autowired private Drafting drafting;
    @Autowired private Tenancy tenancy;

    @Test
    void asksInTheFormOfASchemaOnTheAgentsBudget() {
        CORE.chat.set(SAYS);
        var draft = tenancy.as(tenant, () -> drafting.draft(tenant.toString(), BRIEF));

        assertThat(draft)
                .hasValueSatisfying(claims ->
                        assertThat(claims)
                                .singleElement()
                                .satisfies(claim ->
                                        assertThat(claim.text()).isEqualTo("It is open.")));
        var asked = CORE.chats.getLast();
        assertThat(asked.agent()).isEqualTo(AGENT.toString());
        assertThat(asked.body().get("model").stringValue()).isEqualTo("fast");
        assertThat(asked.body().at("/response_format/type").stringValue()).isEqualTo("json_schema");
        assertThat(asked.body().at("/response_format/json_schema/strict").booleanValue()).isTrue();
        assertThat(asked.body().at("/messages/0/content").stringValue())
                .contains("mark abc", "Be brief.");
        assertThat(asked.body().at("/messages/1/content").stringValue())
                .contains("passage 1 begins abc");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "402 | {}",
                "503 | {}",
                "404 | {}",
                "200 | {}",
                "200 | garbage",
                "200 | {\"choices\":[]}",
                "500 | x",
                "200 | {\"choices\":[{\"message\":{\"content\":null}}]}"
            })
    void hasNoDraftWhenTheModelIsOfNoUse(int status, String body) {
        CORE.chatStatus.set(status);
        CORE.chat.set(body);
        try {
            assertThat(tenancy.as(tenant, () -> drafting.draft(tenant + body + status, BRIEF)))
                    .isEmpty();
        } finally {
            CORE.chatStatus.set(200);
        }
    }
}
