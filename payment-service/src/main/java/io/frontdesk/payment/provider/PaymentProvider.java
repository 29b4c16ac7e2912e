package io.frontdesk.payment.provider;

import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.notice.Notice;
import io.frontdesk.payment.notice.SignatureRejected;
import io.frontdesk.payment.notice.Webhook;
import io.frontdesk.payment.refusal.ProviderBusy;
import io.frontdesk.payment.refusal.ProviderRefused;
import io.frontdesk.payment.refusal.ProviderSilent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A payment provider, used with one tenant's account at a time. What happened at the provider is
 * told as {@link Fact}s, each with an identity of its own: the same facts in any order, told any
 * number of times, mean the same payment. Every call carries a key under which the provider does
 * its work once.
 *
 * <p>Calls block and end within the provider's own time limit. They throw {@link ProviderSilent}
 * when nobody knows whether the work was done, {@link ProviderRefused} when the provider answered
 * that it did nothing because the request itself was wrong, and {@link ProviderBusy} when it did
 * nothing and may be asked again. A decline is not an exception but a {@link Fact.Failed}.
 */
public interface PaymentProvider {
    /** The word for it in requests and rows, for example {@code sandbox}. */
    String name();

    Set<Capability> capabilities();

    List<Fact> charge(Account account, Charge charge);

    /** Takes a part of an authorized amount; {@code last} gives the rest back to the payer. */
    List<Fact> capture(Account account, Movement capture, boolean last);

    /** Gives an authorization back, or ends an attempt that waits for the payer. */
    List<Fact> cancel(Account account, String providerReference, String key);

    List<Fact> refund(Account account, Movement refund, @Nullable String reason);

    /**
     * Everything that the provider knows of a payment, found by its own reference or, where that
     * never arrived, by our payment's id. Empty when it has never heard of it.
     */
    Optional<List<Fact>> find(Account account, Lookup lookup);

    /**
     * Checks the signature over the raw bytes, and reads what they tell. Unknown kinds of messages
     * tell nothing, which is no error.
     *
     * @throws SignatureRejected when it is missing, wrong or too old
     */
    Notice read(Account account, Webhook webhook);

    /** The provider's own book of the account, oldest first, for reconciliation. */
    BalancePage balance(Account account, Instant from, Instant to, @Nullable String cursor);

    /**
     * Asks the provider whether the account's keys work.
     *
     * @throws ProviderRefused naming what is wrong with them
     */
    AccountCheck check(Account account);
}
