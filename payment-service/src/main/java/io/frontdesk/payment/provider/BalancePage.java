package io.frontdesk.payment.provider;

import io.frontdesk.payment.fact.Fact;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A part of the provider's own book; {@code nextCursor} asks for what follows. */
public record BalancePage(List<Line> lines, @Nullable String nextCursor) {
    /**
     * One movement on the account.
     *
     * @param amount what moved before fees; negative when it left the account
     * @param fee what the provider kept of it, zero or more
     * @param factIdentity the {@link Fact#identity()} that it belongs to; null for payouts and the
     *     like
     */
    public record Line(
            String id,
            Instant at,
            String type,
            Money amount,
            Money fee,
            @Nullable String providerReference,
            @Nullable String factIdentity) {}
}
