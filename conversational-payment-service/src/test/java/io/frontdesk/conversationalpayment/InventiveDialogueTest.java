package io.frontdesk.conversationalpayment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InventiveDialogueTest extends PaymentApp {
    private static final String DIALOGUES = "/api/conversational-payments/dialogues";

    private void stock() {
        newItem("Haircut", "product", "45.00");
        newItem("Shampoo", "product", "12.50");
        newItem("Deposit", "deposit", null);
        newItem("Gift voucher", "voucher", null);
        newItem("Massage 60 minutes", "product", "80.00");
        newItem("Massage 90 minutes", "product", "110.00");
    }

    /** The last answer to these messages. */
    private Answer after(String... says) {
        var begun = "{\"conversationId\":\"c-" + UUID.randomUUID() + "\"}";
        var path = DIALOGUES + "/" + post(DIALOGUES, begun).expect(201).text("id") + "/messages";
        Answer last = null;
        for (var text : says) {
            var body = "{\"text\":\"" + text + "\"}";
            last = send(as("visitor"), "POST", path, body, "").expect(200);
            assertThat(last.text("reply")).isNotBlank().doesNotContain("lines[", "{0}", "\u202e");
        }
        return java.util.Objects.requireNonNull(last);
    }

    private static String total(Answer answer) {
        return answer.json().at("/quote/total/amount").asString("");
    }

    @ParameterizedTest
    @CsvSource({
        "haircut please|make it two, 90.00",
        "haircut|make it 3|actually just one, 45.00",
        "a massage|the cheaper one, 80.00",
        "a massage|the second, 110.00",
        "a massage|the more expensive one, 110.00",
        "a massage|the last one, 110.00",
        "a haircut and a shampoo|leave out the shampoo, 45.00",
        "a haircut and a shampoo|make it four|four shampoos, 95.00",
        "a few haircuts|five, 225.00",
        "deposit and gift voucher|the first|20, 20.00",
        "deposit and gift voucher|deposit|20 euros, 20.00",
        "haircut|add a shampoo, 57.50",
        "haircut|and a deposit of 20 €, 65.00",
        "haircut|a shampoo instead, 12.50",
        "haircut|nur ein Shampoo, 12.50",
        "deposit|100 dollars|50, 50.00",
        "haircut for 45 dollars, 45.00"
    })
    void endsInTheRightQuote(String says, String total) {
        stock();
        assertThat(total(after(says.split("\\|", -1)))).isEqualTo(total);
    }

    @Test
    void neitherLoopsNorGuesses() {
        stock();
        var emptied = after("haircut", "remove the haircut");
        assertThat(emptied.json().has("quote")).isFalse();
        assertThat(emptied.text("reply")).startsWith("Haircut is left out. What would you");
        assertThat(after("haircut", "leave out the massage").text("reply"))
                .contains("was not part of your choice");
        var many = after("a haircut and a shampoo", "make it two");
        assertThat(many.json().get("missing").toString()).isEqualTo("[\"quantity\"]");
        assertThat(after("shampoo x 101").text("reply")).contains("1 to 100");
        assertThat(after("haircut for 45 dollars").text("reply")).contains("cannot be changed");
        assertThat(after("haircut").text("reply")).contains("15 minutes");
    }

    @Test
    void flagsWhatIsHiddenOrReordered() {
        stock();
        var answer = after("h\\u200baircut", "hair\\u202ecut", "\\u202e\\\"001 oot hcum\\u202c");
        assertThat(audited("message-suspicious")).hasSize(3);
        assertThat(answer.body()).doesNotContain("\u202e", "\u200b");
    }
}
