package io.frontdesk.payment.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.payment.PaymentApp;
import io.frontdesk.payment.account.Accounts;
import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.status.PlainFacts;
import io.frontdesk.payment.status.Standing;
import io.frontdesk.payment.status.Traces;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Several writers tell the same life of a payment at once, each in an order of its own. */
class ConcurrentFactsTest extends PaymentApp {
    private static final int WRITERS = 3;

    @Autowired private RecordFacts record;
    @Autowired private Payments payments;
    @Autowired private PaymentFacts facts;
    @Autowired private Accounts accounts;
    @Autowired private Tenancy tenancy;

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void comesToTheSameWhoeverIsFirst(int seed) {
        var life = Traces.lives().generator(1000).next(new Random(seed)).value();
        var id = newPayment();
        var writers =
                IntStream.range(0, WRITERS)
                        .mapToObj(writer ->
                                CompletableFuture.runAsync(
                                        () ->
                                                tell(
                                                        id,
                                                        Traces.disorder(
                                                                life,
                                                                new Random(seed * 31L + writer))),
                                        task -> Thread.ofVirtual().start(task)))
                        .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(writers).join();
        var found = tenancy.as(tenant, () -> payments.get(id));
        var wanted = Standing.of(Traces.EUR, life);
        assertThat(found.status()).isEqualTo(wanted.status());
        assertThat(found.captured()).isEqualTo(wanted.captured());
        assertThat(found.refunded()).isEqualTo(wanted.refunded());
        assertThat(found.capturable()).isEqualTo(wanted.capturable());
        assertThat(found.disputed()).isEqualTo(wanted.disputed());
        assertThat(tenancy.as(tenant, () -> facts.of(id)))
                .extracting(Fact::identity)
                .containsExactlyInAnyOrderElementsOf(
                        PlainFacts.of(life).stream().map(Fact::identity).toList());
        assertThat(balances().getOrDefault("revenue", "0.00"))
                .isEqualTo(wanted.captured().negated().getAmount().toPlainString());
        assertThat(balances().getOrDefault("refunds", "0.00"))
                .isEqualTo(wanted.refunded().getAmount().toPlainString());
    }

    private void tell(UUID id, List<Fact> told) {
        for (var fact : told) {
            tenancy.as(tenant, () -> record.record(id, List.of(fact)));
        }
    }

    private UUID newPayment() {
        var id = UUID.randomUUID();
        var purchase =
                new Purchase(
                        Money.of(Traces.EUR, 100),
                        true,
                        "pm_card_visa",
                        null,
                        null,
                        Map.of(),
                        null,
                        null,
                        null,
                        null);
        tenancy.as(
                tenant,
                () ->
                        payments.insert(
                                id,
                                accounts.active("sandbox"),
                                purchase,
                                id.toString(),
                                "hash",
                                clock.instant().plusSeconds(3600)));
        return id;
    }

    private Map<String, String> balances() {
        return get("/api/payments/ledger/balances")
                .json()
                .get("items")
                .valueStream()
                .collect(
                        Collectors.toMap(
                                each -> each.get("account").stringValue(),
                                each -> each.get("amount").get("amount").stringValue()));
    }
}
