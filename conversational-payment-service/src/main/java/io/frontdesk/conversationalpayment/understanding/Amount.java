package io.frontdesk.conversationalpayment.understanding;

import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * A sum of money as a message writes it.
 *
 * @param value above zero, at most ten digits before the point
 * @param currency null when none is written, or when it is ambiguous
 * @param written the visitor's own characters
 */
public record Amount(BigDecimal value, @Nullable CurrencyUnit currency, String written) {}
