package io.frontdesk.payment.customer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payer known to the provider. */
record Customer(
        UUID id,
        String provider,
        boolean live,
        @Nullable String name,
        @Nullable String email,
        Instant createdAt) {}
