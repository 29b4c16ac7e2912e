package io.frontdesk.admincustomerrag.core;

import io.frontdesk.admincustomerrag.customer.OnBehalf;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.service.registry.ImportHttpServices;
import tools.jackson.databind.JsonNode;

/**
 * Speaks with rag-core-service for one tenant at a time.
 *
 * <p>Every call may throw {@link CoreUnavailable}, or the starter's {@code ServiceUnavailable}.
 */
@Component
@ImportHttpServices(group = "rag-core-service", types = CoreExchange.class)
public class Core {

    private final CoreExchange exchange;
    private final OnBehalf onBehalf;

    Core(CoreExchange exchange, OnBehalf onBehalf) {
        this.exchange = exchange;
        this.onBehalf = onBehalf;
    }

    public CoreUsage usage(UUID tenant) {
        return call(tenant, () -> usage(exchange.usage()));
    }

    private static CoreUsage usage(CoreExchange.Usage usage) {
        var spend = usage.spend();
        return new CoreUsage(
                usage.chunks(),
                usage.textBytes(),
                spend == null
                        ? null
                        // Rounded up: what was spent must not look smaller than it is.
                        : Money.of(
                                CurrencyUnit.of(spend.currency()),
                                amount(spend.spent()).add(amount(spend.reserved())),
                                RoundingMode.UP));
    }

    /** Removes all that is the tenant's and tells how much of each kind that was. */
    public Map<String, Long> eraseTenant(UUID tenant) {
        var answer = call(tenant, exchange::eraseTenant);
        var removed = new TreeMap<String, Long>();
        for (var count : answer.properties()) {
            if (count.getValue().isIntegralNumber()) {
                removed.put(count.getKey(), count.getValue().longValue());
            }
        }
        return removed;
    }

    private static BigDecimal amount(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return BigDecimal.ZERO;
        }
        return node.isObject() ? amount(node.get("amount")) : new BigDecimal(node.asString());
    }

    private <T> T call(UUID tenant, Supplier<T> call) {
        try {
            return onBehalf.of(tenant, call);
        } catch (RestClientException | IllegalArgumentException failed) {
            throw new CoreUnavailable(failed);
        }
    }
}
