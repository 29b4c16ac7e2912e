package io.frontdesk.payment.book;

import io.frontdesk.payment.fact.Failure;
import io.frontdesk.payment.status.PaymentStatus;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What other services are told when a payment changes. */
record PaymentEvent(
        UUID paymentId,
        PaymentStatus status,
        Money amount,
        Money captured,
        Money refunded,
        String provider,
        @Nullable String reference,
        @Nullable UUID quoteId,
        @Nullable UUID linkId,
        @Nullable Failure failure) {
    private static final String PREFIX = "io.frontdesk.payment.";

    static PaymentEvent of(Payment payment) {
        return new PaymentEvent(
                payment.id(),
                payment.status(),
                payment.amount(),
                payment.captured(),
                payment.refunded(),
                payment.provider(),
                payment.purchase().reference(),
                payment.purchase().quoteId(),
                payment.purchase().linkId(),
                payment.failure());
    }

    String type() {
        return type(status.word().replace('_', '-'));
    }

    static String type(String what) {
        return PREFIX + what;
    }
}
