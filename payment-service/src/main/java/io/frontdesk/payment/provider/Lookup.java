package io.frontdesk.payment.provider;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How to find a payment at its provider.
 *
 * @param since when we first asked for it; the provider has it from then on, if at all
 */
public record Lookup(UUID paymentId, @Nullable String providerReference, Instant since) {}
