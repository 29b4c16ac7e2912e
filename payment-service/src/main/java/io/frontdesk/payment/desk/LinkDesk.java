package io.frontdesk.payment.desk;

import io.frontdesk.payment.provider.Account;
import io.frontdesk.payment.provider.Capability;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A provider with {@link Capability#LINKS}: pages of its own where a payer chooses how to pay. What
 * is paid there is told as facts of a payment whose id is the link's.
 */
public interface LinkDesk {
    /** Makes the page once per key. */
    HostedPage open(Account account, LinkOrder order);

    void close(Account account, String linkReference, String key);

    /**
     * What a page is to ask for.
     *
     * @param paymentId ours; every fact of what is paid on the page is told for it
     * @param returnUrl where the payer's browser goes afterwards
     */
    record LinkOrder(
            String key,
            UUID paymentId,
            Money amount,
            String description,
            boolean manualCapture,
            @Nullable Instant expiresAt,
            @Nullable String returnUrl) {}

    record HostedPage(String linkReference, URI url, @Nullable Instant expiresAt) {}
}
