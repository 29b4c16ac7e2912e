package io.frontdesk.starter.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.starter.problem.UnreadableValue;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class MoneyReaderTest {
    private final JsonMapper json =
            JsonMapper.builder()
                    .addModule(new MoneyAutoConfiguration().writtenMoney())
                    .addModule(new MoneyAutoConfiguration().readMoney())
                    .build();

    record Order(Money price) {}

    @ParameterizedTest
    @CsvSource({
        "12.50, EUR, EUR 12.50",
        "12.5, EUR, EUR 12.50",
        "12, EUR, EUR 12.00",
        "1200, JPY, JPY 1200",
        "1200.00, JPY, JPY 1200",
        "1.250, KWD, KWD 1.250",
        "-3.10, EUR, EUR -3.10",
        "0, EUR, EUR 0.00"
    })
    void readsWhatIsPlain(String amount, String currency, String money) {
        assertThat(read("\"" + amount + "\"", "\"" + currency + "\""))
                .isEqualTo(Money.parse(money));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12.5",
                "\"\"",
                "\"1e3\"",
                "\"1,50\"",
                "\" 1\"",
                "\"+1\"",
                "\"0x1\"",
                "\"NaN\"",
                "\"1234567890123456\"",
                "\".5\"",
                "\"5.\"",
                "\"\\u0661\"",
                "null",
                "true"
            })
    void refusesAnAmountThatIsNoPlainDecimal(String amount) {
        assertThatThrownBy(() -> read(amount, "\"EUR\""))
                .isInstanceOf(UnreadableValue.class)
                .hasMessageContaining("plain decimal");
    }

    @ParameterizedTest
    @CsvSource({"1.005, EUR", "1.5, JPY", "1.0005, KWD"})
    void refusesMoreDecimalsThanTheCurrencyHas(String amount, String currency) {
        assertThatThrownBy(() -> read("\"" + amount + "\"", "\"" + currency + "\""))
                .isInstanceOf(UnreadableValue.class)
                .hasMessageContaining("more decimals than " + currency);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"eur\"", "\"EURO\"", "\"ZZZ\"", "\"XTS\"", "\"\"", "978", "null"})
    void refusesACurrencyThatIsNone(String currency) {
        assertThatThrownBy(() -> read("\"1.00\"", currency))
                .isInstanceOf(UnreadableValue.class)
                .hasMessageContaining("ISO 4217");
    }

    @Test
    void refusesOtherShapes() {
        assertThatThrownBy(() -> json.readValue("{\"price\":\"1 EUR\"}", Order.class))
                .isInstanceOf(UnreadableValue.class);
        assertThatThrownBy(() -> read("\"1\"", "\"EUR\",\"vat\":\"0\""))
                .isInstanceOf(UnreadableValue.class)
                .hasMessageContaining("vat");
    }

    @Test
    void writesAmountsAsStringsWithAllDecimals() {
        assertThat(json.writeValueAsString(new Order(Money.parse("EUR 12.5"))))
                .isEqualTo("{\"price\":{\"amount\":\"12.50\",\"currency\":\"EUR\"}}");
        assertThat(json.writeValueAsString(new Order(Money.parse("JPY 7"))))
                .isEqualTo("{\"price\":{\"amount\":\"7\",\"currency\":\"JPY\"}}");
    }

    private Money read(String amount, String currency) {
        return json.readValue(
                        "{\"price\":{\"amount\":%s,\"currency\":%s}}".formatted(amount, currency),
                        Order.class)
                .price();
    }
}
