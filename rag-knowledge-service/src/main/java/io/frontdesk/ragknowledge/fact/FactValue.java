package io.frontdesk.ragknowledge.fact;

import com.fasterxml.jackson.annotation.JsonValue;
import io.frontdesk.ragknowledge.content.Prose;
import io.frontdesk.ragknowledge.fact.Fact.Kind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * A checked value: its form on the wire, how it is said, and what tells it apart from others of the
 * same kind and subject.
 *
 * @param slot day and beginning of hours; empty for the other kinds
 */
public record FactValue(@JsonValue JsonNode wire, String said, String slot) {

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(?:\\.\\d{1,4})?");
    private static final Pattern PHONE = Pattern.compile("\\+[1-9](?:[ ().-]{0,2}\\d){6,14}");
    private static final Pattern EMAIL =
            Pattern.compile(
                    "[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.){1,5}[A-Za-z]{2,24}");
    private static final Pattern TIME = Pattern.compile("(?:[01]\\d|2[0-3]):[0-5]\\d|24:00");
    private static final Duration LONGEST = Duration.ofDays(366);

    /**
     * Checks a value against its kind.
     *
     * @throws IllegalArgumentException saying what is wrong, in words for who sent it
     */
    public static FactValue of(Kind kind, JsonNode value) {
        return switch (kind) {
            case PRICE -> price(value);
            case DURATION -> duration(value);
            case HOURS -> hours(value);
            case PHONE -> text(value, PHONE, "must be a number such as +49 30 1234567");
            case EMAIL -> text(value, EMAIL, "must be an e-mail address");
            case ADDRESS ->
                    text(value, Pattern.compile("(?s).{3,300}"), "must have 3 to 300 characters");
        };
    }

    private static FactValue price(JsonNode value) {
        only(value, Set.of("amount", "currency"), "an object with amount and currency");
        var amount = string(value, "amount");
        require(AMOUNT.matcher(amount).matches(), "amount must be a plain decimal in a string");
        try {
            var unit = CurrencyUnit.of(string(value, "currency"));
            int decimals = unit.getDecimalPlaces();
            var exact = new BigDecimal(amount);
            require(
                    exact.stripTrailingZeros().scale() <= decimals,
                    "amount has more decimals than the currency");
            var said = exact.setScale(decimals).toPlainString() + " " + unit.getCode();
            return new FactValue(value, said, "");
        } catch (IllegalCurrencyException unknown) {
            throw new IllegalArgumentException("currency must be an ISO 4217 code", unknown);
        }
    }

    private static FactValue duration(JsonNode value) {
        try {
            var duration = Duration.parse(value.asString(""));
            require(
                    duration.isPositive() && duration.compareTo(LONGEST) <= 0,
                    "must be above zero and at most 366 days");
            require(
                    duration.equals(Duration.ofMinutes(duration.toMinutes())),
                    "must be whole minutes");
            return new FactValue(value, Spellings.duration(duration), "");
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("must be an ISO 8601 duration such as PT30M", wrong);
        }
    }

    private static FactValue hours(JsonNode value) {
        only(value, Set.of("day", "from", "to", "closed"), "an object with day, from and to");
        var day = day(string(value, "day"));
        var name = day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        if (value.path("closed").asBoolean(false)) {
            require(!value.has("from") && !value.has("to"), "a closed day has no from and to");
            return new FactValue(value, name + " closed", day.getValue() + " closed");
        }
        var from = time(value, "from");
        var to = time(value, "to");
        require(!from.equals(to) && !from.equals("24:00"), "from and to must differ");
        return new FactValue(value, name + " " + from + "-" + to, day.getValue() + " " + from);
    }

    private static DayOfWeek day(String day) {
        for (var each : DayOfWeek.values()) {
            if (each.name().equalsIgnoreCase(day)) {
                return each;
            }
        }
        throw new IllegalArgumentException("day must be monday to sunday");
    }

    private static String time(JsonNode value, String field) {
        var time = string(value, field);
        require(TIME.matcher(time).matches(), field + " must be a time such as 08:30");
        return time.equals("24:00") ? time : LocalTime.parse(time).toString();
    }

    private static FactValue text(JsonNode value, Pattern form, String rule) {
        require(value.isString(), rule);
        var text = Prose.line(value.stringValue());
        require(form.matcher(text).matches(), rule);
        return new FactValue(StringNode.valueOf(text), text, "");
    }

    private static void only(JsonNode value, Set<String> fields, String form) {
        require(value.isObject(), "must be " + form);
        for (var name : value.propertyNames()) {
            require(fields.contains(name), "has an unknown field " + Prose.line(name));
        }
    }

    private static String string(JsonNode value, String field) {
        require(value.path(field).isString(), field + " must be a string");
        return value.path(field).stringValue();
    }

    private static void require(boolean fine, String rule) {
        if (!fine) {
            throw new IllegalArgumentException(rule);
        }
    }
}
