package io.frontdesk.conversationalpayment.link;

import io.frontdesk.conversationalpayment.audit.AuditTrail;
import io.frontdesk.conversationalpayment.charging.LinkOrder;
import io.frontdesk.conversationalpayment.charging.Relay;
import io.frontdesk.conversationalpayment.plaintext.PlainText;
import io.frontdesk.conversationalpayment.policy.Policies;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.IdGenerator;
import org.springframework.web.service.registry.ImportHttpServices;

/** Makes and closes links; the row comes first, so that no link is open that nobody knows. */
@Component
@ImportHttpServices(group = "payment-service", types = LinkExchange.class)
class MakeLink {
    private static final BigDecimal LARGEST = new BigDecimal("1000000000");
    private static final Duration LIFE = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(90);

    private final PaymentLinks links;
    private final LinkExchange exchange;
    private final Relay relay;
    private final Policies policies;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final IdGenerator ids;
    private final Clock clock;

    MakeLink(
            PaymentLinks links,
            LinkExchange exchange,
            Relay relay,
            Policies policies,
            AuditTrail audit,
            TransactionTemplate transactions,
            IdGenerator ids,
            Clock clock) {
        this.links = links;
        this.exchange = exchange;
        this.relay = relay;
        this.policies = policies;
        this.audit = audit;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    PaymentLink make(NewLink wanted) {
        if (wanted.amount().getAmount().compareTo(LARGEST) > 0) {
            throw new LinkRefused("The amount is too large.");
        }
        policies.current().check(Set.of(), wanted.amount());
        var id = ids.generateId();
        var expiresAt = expiry(wanted.expiresAt());
        links.add(id, wanted, expiresAt);
        var order =
                new LinkOrder(
                        wanted.amount(),
                        PlainText.line(wanted.description()),
                        id.toString(),
                        null,
                        null,
                        expiresAt);
        var made = relay.relayed(() -> exchange.create(id.toString(), order));
        transactions.executeWithoutResult(_ -> {
            links.opened(id, made.id(), made.url());
            audit.add("link-made", id, Map.of("amount", wanted.amount()));
        });
        return links.get(id);
    }

    PaymentLink deactivate(UUID id) {
        var link = links.get(id);
        var atProvider = link.providerLinkId();
        if (link.status().equals("paid")) {
            throw new LinkRefused("The link is paid already.");
        }
        if (atProvider != null) {
            relay.relayed(() -> exchange.deactivate("deactivate:" + id, atProvider));
        }
        transactions.executeWithoutResult(_ -> {
            links.deactivated(id);
            audit.add("link-deactivated", id, Map.of());
        });
        return links.get(id);
    }

    private OffsetDateTime expiry(@Nullable OffsetDateTime wanted) {
        var now = OffsetDateTime.now(clock);
        var expiresAt = wanted == null ? now.plus(LIFE) : wanted;
        if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST))) {
            throw new LinkRefused("expiresAt must lie within the next 90 days.");
        }
        return expiresAt;
    }
}
