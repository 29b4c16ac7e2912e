package io.frontdesk.payment.book;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which payments; an absent part means all. */
public record PaymentFilter(
        @Nullable String status,
        @Nullable String reference,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable UUID cursor) {}
