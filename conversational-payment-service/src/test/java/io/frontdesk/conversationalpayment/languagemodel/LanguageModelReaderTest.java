package io.frontdesk.conversationalpayment.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.conversationalpayment.understanding.Amount;
import io.frontdesk.conversationalpayment.understanding.Asked;
import io.frontdesk.conversationalpayment.understanding.Chosen;
import io.frontdesk.conversationalpayment.understanding.Context;
import io.frontdesk.conversationalpayment.understanding.Intent;
import io.frontdesk.conversationalpayment.understanding.MessageReader;
import io.frontdesk.conversationalpayment.understanding.Understood;
import io.frontdesk.conversationalpayment.understanding.Wish;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class LanguageModelReaderTest {
    private static final UUID DEPOSIT = UUID.randomUUID();
    private static final String TEXT = "the deposit, and make it 45,50 € please";

    private final Context context =
            new Context(
                    List.of(new Wish(DEPOSIT, "deposit", Set.of(), null)),
                    CurrencyUnit.EUR,
                    Locale.ENGLISH,
                    LocalDate.of(2026, 1, 1),
                    Asked.NOTHING);

    private final MessageReader rules =
            (text, _) ->
                    new Understood(
                            Intent.OTHER,
                            List.of(),
                            text.contains("45,50")
                                    ? new Amount(
                                            new BigDecimal("45.50"), CurrencyUnit.EUR, "45,50 €")
                                    : null,
                            List.of(),
                            false);

    private Understood read(Supplier<String> answer) {
        ChatExchange exchange =
                _ ->
                        new ChatExchange.Completion(
                                List.of(
                                        new ChatExchange.Choice(
                                                new ChatExchange.Message(
                                                        "assistant", answer.get()))));
        var reader =
                new LanguageModelReader(
                        rules,
                        exchange,
                        new JsonMapper(),
                        new LanguageModelProperties(true, "default"));
        return reader.read(TEXT, context);
    }

    private static String answer(UUID item, int quantity, String amount) {
        return "{\"intent\":\"PAY\",\"items\":[{\"itemId\":\"%s\",\"quantity\":%d}],\"amount\":%s,"
                        .formatted(item, quantity, amount)
                + "\"suspicious\":false}";
    }

    @Test
    void takesWhatTheModelFindsAndTheRulesConfirm() {
        var understood = read(() -> answer(DEPOSIT, 1, "{\"value\":45.5,\"written\":\"45,50 €\"}"));
        assertThat(understood.intent()).isEqualTo(Intent.PAY);
        assertThat(understood.items()).containsExactly(new Chosen(DEPOSIT, 1));
        assertThat(java.util.Objects.requireNonNull(understood.amount()).value())
                .isEqualByComparingTo("45.50");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "I would say 45 euros",
                "{\"intent\":\"CHARGE\"}",
                "{\"intent\":\"PAY\",\"items\":null,\"amount\":null,\"suspicious\":false}",
                "[]",
            })
    void fallsBackToTheRulesOnNonsense(String nonsense) {
        assertThat(read(() -> nonsense).intent()).isEqualTo(Intent.OTHER);
    }

    @Test
    void believesNoItemAndNoSumThatIsNotThere() {
        var sum = "{\"value\":1,\"written\":\"1 €\"}";
        assertThat(read(() -> answer(DEPOSIT, 1, sum)).intent()).isEqualTo(Intent.OTHER);
        var other = "{\"value\":4550,\"written\":\"45,50 €\"}";
        assertThat(read(() -> answer(DEPOSIT, 1, other)).intent()).isEqualTo(Intent.OTHER);
        assertThat(read(() -> answer(UUID.randomUUID(), 1, "null")).items()).isEmpty();
        assertThat(read(() -> answer(DEPOSIT, 0, "null")).items()).isEmpty();
        assertThat(read(() -> answer(DEPOSIT, 1001, "null")).items()).isEmpty();
    }

    @Test
    void goesOnWithoutAModelThatIsAway() {
        var understood =
                read(() -> {
                    throw new IllegalStateException("away");
                });
        assertThat(understood.amount()).isNotNull();
    }
}
