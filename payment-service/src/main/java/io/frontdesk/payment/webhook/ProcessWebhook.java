package io.frontdesk.payment.webhook;

import io.frontdesk.payment.book.Payment;
import io.frontdesk.payment.book.Payments;
import io.frontdesk.payment.book.RecordFacts;
import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.fact.FactJson;
import io.frontdesk.payment.link.LinkPayments;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
    private final LinkPayments links;
    private final RecordFacts record;
    private final FactJson json;
    private final Clock clock;

    ProcessWebhook(
            Webhooks webhooks,
            Payments payments,
            LinkPayments links,
            RecordFacts record,
            FactJson json,
            Clock clock) {
        this.webhooks = webhooks;
        this.payments = payments;
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

    private void process(StoredWebhook webhook) {
        var facts = json.readAll(webhook.facts());
        var payment = payment(webhook, facts);
        if (payment.isEmpty()) {
            waiting(webhook);
        } else if (!payment.get().accountId().equals(webhook.accountId())) {
            webhooks.settle(
                    webhook.id(), "ignored", "The payment belongs to another account.", null);
        } else {
            record.record(payment.get().id(), facts);
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

    private Optional<Payment> payment(StoredWebhook webhook, List<Fact> facts) {
        var id = webhook.paymentId();
        if (id != null) {
            return payments.find(id).or(() -> links.of(id));
        }
        return facts.stream()
                .map(Fact::providerReference)
                .flatMap(reference -> payments.atProvider(webhook.provider(), reference).stream())
                .findFirst();
    }
}
