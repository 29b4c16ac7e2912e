package io.frontdesk.admincustomerrag.usage;

import java.math.RoundingMode;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money for language models in this month.
 *
 * @param used with what is reserved for calls that run; null where it is unavailable
 * @param allowed null for no limit
 * @param share of what is allowed, 1 for all of it; null without a limit
 */
record Spent(
        @Nullable Money used, @Nullable Money allowed, @Nullable Double share, UsageStatus status) {

    static Spent unavailable(@Nullable Money allowed) {
        return new Spent(null, allowed, null, UsageStatus.UNAVAILABLE);
    }

    static Spent of(@Nullable Money used, @Nullable Money allowed) {
        if (allowed == null) {
            return new Spent(used, null, null, UsageStatus.OK);
        }
        var spent = used == null ? Money.zero(allowed.getCurrencyUnit()) : used;
        if (!spent.isSameCurrency(allowed) && !spent.isZero()) {
            // What cannot be compared is not shown as if it were.
            return new Spent(used, allowed, null, UsageStatus.UNAVAILABLE);
        }
        var share =
                allowed.isZero()
                        ? 1.0
                        : spent.getAmount()
                                .divide(allowed.getAmount(), 6, RoundingMode.HALF_UP)
                                .doubleValue();
        return new Spent(spent, allowed, share, UsageStatus.of(share));
    }
}
