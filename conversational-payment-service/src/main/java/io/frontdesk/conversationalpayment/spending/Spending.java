package io.frontdesk.conversationalpayment.spending;

import io.frontdesk.conversationalpayment.policy.SpendPolicy;
import io.frontdesk.conversationalpayment.quote.Promise;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Takes room under the tenant's ceilings, and gives it back when a payment does not come about. */
@Repository
@Transactional
public class Spending {
    private static final String NOBODY = "unknown";

    private final JdbcClient jdbc;
    private final Clock clock;

    Spending(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Share(String scope, String name, @Nullable Money ceiling) {}

    /**
     * Takes the room for a payment under every ceiling, or none.
     *
     * @throws CeilingReached when one of them leaves too little; the transaction must end then
     */
    public void reserve(Promise promise, SpendPolicy policy) {
        var today = OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)).toLocalDate();
        // Always in this order, the busiest row last: no deadlock, and it is held the shortest.
        var shares = new ArrayList<Share>();
        if (promise.conversationId() != null) {
            shares.add(
                    new Share("conversation", promise.conversationId(), policy.perConversation()));
        }
        // All who cannot be told apart share one ceiling.
        var visitor = Objects.requireNonNullElse(promise.visitor().key(), NOBODY);
        shares.add(new Share("visitor_and_day", today + "/" + visitor, policy.perVisitorAndDay()));
        if (promise.agentId() != null) {
            shares.add(
                    new Share(
                            "agent_and_day",
                            today + "/" + promise.agentId(),
                            policy.perAgentAndDay()));
        }
        shares.add(new Share("day", today.toString(), policy.perDay()));
        shares.forEach(share -> take(promise.id(), promise.total(), share));
    }

    /** Takes the room for a payment that has come about after all: a fact knows no ceiling. */
    public void note(Promise promise) {
        reserve(promise, SpendPolicy.unlimited(promise.total().getCurrencyUnit()));
    }

    /** Gives back what was taken for a quote; nothing if that was done before. */
    public void release(UUID quote) {
        var taken =
                jdbc.sql(
                                """
                                delete from spend_reservation where quote_id = :quote
                                returning scope, name, amount, currency
                                """)
                        .param("quote", quote)
                        .query((row, _) ->
                                Map.of(
                                        "scope", row.getString("scope"),
                                        "name", row.getString("name"),
                                        "amount", row.getBigDecimal("amount"),
                                        "currency", row.getString("currency")))
                        .list();
        // In the order of reserve.
        for (var scope : List.of("conversation", "visitor_and_day", "agent_and_day", "day")) {
            taken.stream()
                    .filter(share -> scope.equals(share.get("scope")))
                    .forEach(share ->
                            jdbc.sql(
                                            """
                                            update spend_counter set amount = amount - :amount
                                            where scope = :scope and name = :name
                                                and currency = :currency
                                            """)
                                    .params(share)
                                    .update());
        }
    }

    /** Whether something is taken for the quote. */
    public boolean holds(UUID quote) {
        return jdbc.sql("select exists (select 1 from spend_reservation where quote_id = :quote)")
                .param("quote", quote)
                .query(Boolean.class)
                .single();
    }

    private void take(UUID quote, Money amount, Share share) {
        var ceiling = share.ceiling() == null ? null : share.ceiling().getAmount();
        var taken =
                jdbc.sql(
                                """
                                insert into spend_counter as counter
                                    (scope, name, currency, amount)
                                select :scope, :name, :currency, :amount
                                where :ceiling::numeric is null or :amount <= :ceiling::numeric
                                on conflict (tenant_id, scope, name, currency) do update
                                set amount = counter.amount + excluded.amount
                                where :ceiling::numeric is null
                                    or counter.amount + excluded.amount <= :ceiling::numeric
                                """)
                        .param("scope", share.scope())
                        .param("name", share.name())
                        .param("currency", amount.getCurrencyUnit().getCode())
                        .param("amount", amount.getAmount())
                        .param("ceiling", ceiling)
                        .update();
        if (taken != 1) {
            throw new CeilingReached(share.scope());
        }
        jdbc.sql(
                        """
                        insert into spend_reservation (quote_id, scope, name, amount, currency)
                        values (:quote, :scope, :name, :amount, :currency)
                        """)
                .param("quote", quote)
                .param("scope", share.scope())
                .param("name", share.name())
                .param("amount", amount.getAmount())
                .param("currency", amount.getCurrencyUnit().getCode())
                .update();
    }
}
