package io.frontdesk.conversationalpayment.understanding;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a message is read against.
 *
 * @param catalogue what can be paid for
 * @param currency of the business; settles how many decimals a bare number has
 * @param locale of the visitor; settles "1.234" and "$" where it can
 * @param today in the visitor's zone
 * @param asked what the dialogue asked last
 */
public record Context(
        List<Wish> catalogue,
        @Nullable CurrencyUnit currency,
        Locale locale,
        LocalDate today,
        Asked asked) {}
