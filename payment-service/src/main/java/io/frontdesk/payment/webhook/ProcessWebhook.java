package io.frontdesk.payment.webhook;

import io.frontdesk.payment.book.Payment;
import io.frontdesk.payment.book.PaymentFacts;
import io.frontdesk.payment.book.Payments;
import io.frontdesk.payment.book.RecordFacts;
import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.fact.FactJson;
import io.frontdesk.payment.link.LinkPayments;
import io.frontdesk.payment.status.PlainFacts;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books what a message told, in the transaction that settles the message. One about a payment that
 * is not there yet waits: it may have overtaken our own commit.
 */
@Component
class ProcessWebhook {
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 8;

    private final Webhooks webhooks;
    private final Payments payments;
    private final PaymentFacts facts;
    private final LinkPayments links;
    private final RecordFacts record;
    private final FactJson json;
    private final Clock clock;

    ProcessWebhook(
            Webhooks webhooks,
            Payments payments,
            PaymentFacts facts,
            LinkPayments links,
            RecordFacts record,
            FactJson json,
            Clock clock) {
        this.webhooks = webhooks;
        this.payments = payments;
        this.facts = facts;
        this.links = links;
        this.record = record;
        this.json = json;
        this.clock = clock;
    }

    /** Does nothing where the message is settled, or somebody else is at it. */
    @Transactional
    void process(UUID id) {
        webhooks.take(id).forEach(this::process);
    }

    /**
     * Settles at once the messages that tell nothing new, as most do when the answer came first,
     * and returns the others. It locks no payment: facts are never taken back.
     */
    @Transactional
    List<UUID> settleKnown(List<UUID> due) {
        var taken = webhooks.take(due);
        var told = new HashMap<UUID, List<Fact>>();
        taken.forEach(each -> told.put(each.id(), json.readAll(each.facts())));
        var ids = taken.stream().map(StoredWebhook::paymentId).filter(Objects::nonNull).toList();
        var known = ids.isEmpty() ? Set.<String>of() : facts.known(ids);
        var old =
                taken.stream()
                        .filter(each -> knows(each, told.getOrDefault(each.id(), List.of()), known))
                        .map(StoredWebhook::id)
                        .toList();
        if (!old.isEmpty()) {
            webhooks.settleProcessed(old);
        }
        return due.stream().filter(id -> !old.contains(id)).toList();
    }

    /** A dispute's message may bring a reason that an earlier one did not know. */
    private static boolean knows(StoredWebhook webhook, List<Fact> told, Set<String> known) {
        return PlainFacts.of(told).stream()
                .allMatch(fact ->
                        !(fact instanceof Fact.DisputeOpened)
                                && !(fact instanceof Fact.DisputeClosed)
                                && known.contains(
                                        webhook.paymentId()
                                                + "/"
                                                + webhook.accountId()
                                                + "/"
                                                + fact.identity()));
    }

    private void process(StoredWebhook webhook) {
        var told = json.readAll(webhook.facts());
        var payment = payment(webhook, told);
        if (payment.isEmpty()) {
            waiting(webhook);
        } else if (!payment.get().accountId().equals(webhook.accountId())) {
            webhooks.settle(
                    webhook.id(), "ignored", "The payment belongs to another account.", null);
        } else {
            record.record(payment.get().id(), told);
            webhooks.settle(webhook.id(), "processed", null, payment.get().id());
        }
    }

    private void waiting(StoredWebhook webhook) {
        if (webhook.receivedAt().plus(PATIENCE).isBefore(clock.instant())) {
            webhooks.settle(webhook.id(), "ignored", "There is no such payment.", null);
        } else {
            var pause = Duration.ofSeconds(1L << Math.min(webhook.attempts(), MOST_DOUBLINGS));
            webhooks.retry(
                    webhook.id(), clock.instant().plus(pause), "There is no such payment yet.");
        }
    }

    private Optional<Payment> payment(StoredWebhook webhook, List<Fact> told) {
        var id = webhook.paymentId();
        if (id != null) {
            return payments.find(id).or(() -> links.of(id));
        }
        return told.stream()
                .map(Fact::providerReference)
                .flatMap(reference -> payments.atProvider(webhook.provider(), reference).stream())
                .findFirst();
    }
}
