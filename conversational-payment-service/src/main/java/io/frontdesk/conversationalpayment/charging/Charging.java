package io.frontdesk.conversationalpayment.charging;

import io.frontdesk.starter.client.ServiceUnavailable;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.service.registry.ImportHttpServices;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What this service asks of payment-service. Every call is safe to repeat. */
@Component
@ImportHttpServices(group = "payment-service", types = PaymentExchange.class)
public class Charging {
    private static final Set<Integer> PASSING = Set.of(401, 403, 404, 408, 425, 429);
    private static final Logger log = LoggerFactory.getLogger(Charging.class);

    private final PaymentExchange exchange;
    private final Tenancy tenancy;
    private final JsonMapper json;

    Charging(PaymentExchange exchange, Tenancy tenancy, JsonMapper json) {
        this.exchange = exchange;
        this.tenancy = tenancy;
        this.json = json;
    }

    /** Binds payment-service to amount and hash of a quote. */
    public void commit(UUID quote, Money amount, String hash, OffsetDateTime expiresAt) {
        var commitment = new PaymentExchange.Commitment(amount, hash, expiresAt, quote.toString());
        call(() -> {
            exchange.commit(quote, commitment);
            return true;
        });
    }

    /** Takes the commitment back; one that is unknown or used is left alone. */
    public void withdraw(UUID quote) {
        try {
            call(() -> {
                try {
                    exchange.withdraw(quote);
                } catch (HttpClientErrorException.NotFound unknown) {
                    log.debug("There is no commitment of quote {}", quote);
                }
                return true;
            });
        } catch (PaymentRefused used) {
            log.info("The commitment of quote {} stays: {}", quote, used.code());
        }
    }

    public PaymentAnswer charge(String key, ChargeOrder order) {
        return call(() -> exchange.charge(key, order));
    }

    public PaymentAnswer payment(UUID id) {
        return call(() -> exchange.payment(id));
    }

    /** The payment that was made for a quote. */
    public Optional<PaymentAnswer> paymentFor(UUID quote) {
        return call(() -> exchange.payments(quote.toString())).items().stream().findFirst();
    }

    public PaymentAnswer cancel(UUID id) {
        return call(() -> exchange.cancel("cancel:" + id, id));
    }

    /** Gives money back; the answer is the payment as payment-service shows it. */
    public JsonNode refund(UUID refund, UUID payment, Money amount, String reason) {
        var order = new PaymentExchange.Refund(amount, reason);
        return call(() -> exchange.refund(refund.toString(), payment, order));
    }

    public LinkAnswer link(String key, LinkOrder order) {
        return call(() -> exchange.link(key, order));
    }

    public LinkAnswer link(UUID id) {
        return call(() -> exchange.link(id));
    }

    public LinkAnswer deactivate(UUID id) {
        return call(() -> exchange.deactivate("deactivate:" + id, id));
    }

    /** The caller's token is left behind: a visitor's must never reach a till. */
    private <T> T call(Supplier<T> request) {
        Supplier<T> ownName =
                () -> {
                    var caller = SecurityContextHolder.getContext();
                    SecurityContextHolder.clearContext();
                    try {
                        return answered(request);
                    } finally {
                        SecurityContextHolder.setContext(caller);
                    }
                };
        return tenancy.as(tenancy.require(), ownName);
    }

    private <T> T answered(Supplier<T> request) {
        try {
            return request.get();
        } catch (HttpClientErrorException refused) {
            throw refusal(refused);
        } catch (ServiceUnavailable | RestClientException failed) {
            log.warn("payment-service did not answer as expected: {}", failed.toString());
            throw new PaymentsUnavailable(failed);
        }
    }

    private RuntimeException refusal(HttpClientErrorException refused) {
        var problem = problem(refused.getResponseBodyAsString());
        var type = problem.path("type").asString("");
        var code = type.substring(type.lastIndexOf(':') + 1);
        var status = refused.getStatusCode().value();
        if (PASSING.contains(status)
                || (status == 409
                        && !code.startsWith("quote-")
                        && !code.equals("payment-not-captured"))) {
            log.warn("payment-service answered {} {}", status, code);
            return new PaymentsUnavailable(refused);
        }
        return new PaymentRefused(
                code.isEmpty() ? "refused" : code,
                problem.path("detail").asString("The payment was refused."));
    }

    private JsonNode problem(String body) {
        try {
            return json.readTree(body);
        } catch (JacksonException unreadable) {
            return json.createObjectNode();
        }
    }
}
