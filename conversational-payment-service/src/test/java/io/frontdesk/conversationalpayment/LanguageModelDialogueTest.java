package io.frontdesk.conversationalpayment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "frontdesk.conversational-payment.language-model.enabled=true")
class LanguageModelDialogueTest extends PaymentApp {
    private static final String DIALOGUES = "/api/conversational-payments/dialogues";

    private Answer say(String text) {
        var dialogue = post(DIALOGUES, "{\"conversationId\":\"c\"}").expect(201).text("id");
        var path = DIALOGUES + "/" + dialogue + "/messages";
        return post(path, "{\"text\":\"" + text + "\"}").expect(200);
    }

    @Test
    void findsWithTheModelWhatRulesDoNotAndBelievesNothingElse() {
        var item = newItem("haircut", "product", "45.00");
        FLEET.chat.set(reading(item, "null"));
        assertThat(say("my usual thing").json().at("/quote/total/amount").asString())
                .isEqualTo("45.00");

        FLEET.chat.set(reading(item, "{\"value\":1,\"written\":\"usual\"}"));
        assertThat(say("my usual thing").text("status")).isEqualTo("collecting");

        FLEET.chat.set("");
        assertThat(say("my usual thing").text("status")).isEqualTo("collecting");
        assertThat(say("haircut").text("status")).isEqualTo("quoted");
    }

    private static String reading(UUID item, String amount) {
        return "{\"intent\":\"PAY\",\"items\":[{\"itemId\":\"%s\",\"quantity\":1}],\"amount\":%s,"
                        .formatted(item, amount)
                + "\"suspicious\":false}";
    }
}
