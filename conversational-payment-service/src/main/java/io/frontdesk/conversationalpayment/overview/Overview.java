package io.frontdesk.conversationalpayment.overview;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;

/**
 * Sums over a period.
 *
 * @param totals by day, currency and status
 * @param openApprovals payments that wait for consent
 * @param openDisputes payments that are disputed
 */
record Overview(
        LocalDate from, LocalDate to, List<Total> totals, long openApprovals, long openDisputes) {
    /** The payments of one day, currency and status. */
    record Total(
            LocalDate day,
            String currency,
            String status,
            long count,
            Money amount,
            Money captured,
            Money refunded) {}
}
