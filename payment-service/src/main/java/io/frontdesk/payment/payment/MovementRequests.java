package io.frontdesk.payment.payment;

import io.frontdesk.starter.money.PositiveMoney;
import jakarta.validation.constraints.Size;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Bodies of calls that move an existing payment's money; each may be left out. */
final class MovementRequests {
    private MovementRequests() {}

    /**
     * A capture.
     *
     * @param amount all that is left, if absent
     * @param last whether the rest goes back to the payer; no, if absent
     */
    record CaptureRequest(@Nullable @PositiveMoney Money amount, @Nullable Boolean last) {}

    /**
     * A refund.
     *
     * @param amount all that is left, if absent
     */
    record RefundRequest(
            @Nullable @PositiveMoney Money amount, @Nullable @Size(max = 500) String reason) {}
}
