package io.frontdesk.payment.status;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a payment stands; {@code UNKNOWN} while nobody has heard of it since it was asked for. */
public enum PaymentStatus {
    REQUIRES_ACTION,
    AUTHORIZED,
    CAPTURED,
    PARTIALLY_REFUNDED,
    REFUNDED,
    CANCELLED,
    FAILED,
    UNKNOWN;

    /** The word on the wire and in rows, for example {@code requires_action}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PaymentStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether the attempt ended without money, so that another may take its place. */
    public boolean tookNothing() {
        return this == FAILED || this == CANCELLED;
    }
}
