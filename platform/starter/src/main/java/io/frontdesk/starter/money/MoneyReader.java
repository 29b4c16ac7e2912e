package io.frontdesk.starter.money;

import io.frontdesk.starter.problem.UnreadableValue;
import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads {@code {"amount":"12.50","currency":"EUR"}}, and nothing that could mean another sum. */
class MoneyReader extends StdDeserializer<Money> {
    // Fifteen digits before the point are more than any business moves, and fit every column.
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,15}(\\.\\d{1,4})?");
    private static final Set<String> FIELDS = Set.of("amount", "currency");

    MoneyReader() {
        super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser parser, DeserializationContext context) {
        JsonNode node = context.readTree(parser);
        if (!node.isObject()) {
            throw refused(parser, "must be {\"amount\":\"12.50\",\"currency\":\"EUR\"}");
        }
        var others = new TreeSet<>(node.propertyNames());
        others.removeAll(FIELDS);
        if (!others.isEmpty()) {
            throw refused(parser, "has an unknown field: " + others.first());
        }
        var currency = currency(parser, text(node, "currency"));
        var amount = text(node, "amount");
        if (amount == null || !PLAIN.matcher(amount).matches()) {
            throw refused(parser, "must have an amount as a plain decimal in a string: \"12.50\"");
        }
        var value = new BigDecimal(amount);
        if (value.stripTrailingZeros().scale() > currency.getDecimalPlaces()) {
            throw refused(
                    parser,
                    "has more decimals than %s, which has %d"
                            .formatted(currency.getCode(), currency.getDecimalPlaces()));
        }
        return Money.of(currency, value.setScale(currency.getDecimalPlaces()));
    }

    private static CurrencyUnit currency(JsonParser parser, @Nullable String code) {
        try {
            if (code != null) {
                var currency = CurrencyUnit.of(code);
                if (!currency.isPseudoCurrency()) {
                    return currency;
                }
            }
        } catch (IllegalCurrencyException unknown) {
            // Refused below, in the same words as a missing one.
        }
        throw refused(parser, "must have a currency that is an ISO 4217 code, such as EUR");
    }

    private static @Nullable String text(JsonNode node, String field) {
        var value = node.get(field);
        return value != null && value.isString() ? value.stringValue() : null;
    }

    private static UnreadableValue refused(JsonParser parser, String message) {
        return new UnreadableValue(parser, Money.class, message);
    }
}
