package io.frontdesk.payment.status;

import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.fact.Failure;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Lives of payments as a provider may tell them, and the disorder in which they may arrive. */
public final class Traces {
    public static final CurrencyUnit EUR = CurrencyUnit.EUR;
    private static final String CHARGE = "ch_1";
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private Traces() {}

    /** All that happened in one life, in the order in which it happened. */
    public static Arbitrary<List<Fact>> lives() {
        return Arbitraries.randoms().map(Traces::life);
    }

    /** The same told in some order, some parts several times, some without what they knew. */
    public static List<Fact> disorder(List<Fact> life, Random random) {
        var told =
                life.stream()
                        .flatMap(fact ->
                                IntStream.rangeClosed(0, random.nextInt(3))
                                        .mapToObj(copy -> copy == 0 ? fact : poorer(fact)))
                        .collect(Collectors.toList());
        Collections.shuffle(told, random);
        return told;
    }

    private static List<Fact> life(Random random) {
        var facts = Stream.<Fact>builder();
        if (random.nextBoolean()) {
            facts.add(new Fact.ActionRequired(CHARGE, at(0), null));
        }
        switch (random.nextInt(5)) {
            case 0 ->
                    facts.add(new Fact.Failed(CHARGE, at(1), new Failure("card-declined", "No.")));
            case 1 -> {
                facts.add(new Fact.Authorized(CHARGE, at(1), money(100), null));
                facts.add(new Fact.Cancelled(CHARGE, at(9)));
            }
            default -> taken(facts, random);
        }
        return facts.build().toList();
    }

    private static void taken(Stream.Builder<Fact> facts, Random random) {
        var parts = 1 + random.nextInt(3);
        if (parts > 1 || random.nextBoolean()) {
            facts.add(new Fact.Authorized(CHARGE, at(1), money(100), null));
        }
        for (var part = 0; part < parts; part++) {
            var amount = money(100 / parts);
            facts.add(new Fact.Captured(CHARGE, at(2 + part), "ca_" + part, amount, fee(random)));
        }
        if (random.nextInt(4) == 0) {
            facts.add(new Fact.Cancelled(CHARGE, at(9)));
        }
        if (random.nextInt(4) == 0) {
            facts.add(new Fact.Failed(CHARGE, at(10), new Failure("processing-error", "Late.")));
        }
        for (var refund = 0; refund < random.nextInt(4); refund++) {
            facts.add(new Fact.Refunded(CHARGE, at(11), "re_" + refund, money(20)));
            if (random.nextInt(3) == 0) {
                facts.add(new Fact.RefundFailed(CHARGE, at(12), "re_" + refund, money(20), "no"));
            }
        }
        if (random.nextInt(3) == 0) {
            facts.add(
                    new Fact.DisputeOpened(
                            CHARGE, at(13), "di_1", money(30), fee(random), "fraud", null));
            if (random.nextBoolean()) {
                var won = random.nextBoolean();
                facts.add(new Fact.DisputeClosed(CHARGE, at(14), "di_1", money(30), won));
            }
        }
    }

    private static Fact poorer(Fact fact) {
        return fact instanceof Fact.Captured captured
                ? new Fact.Captured(
                        captured.providerReference(),
                        captured.at(),
                        captured.captureReference(),
                        captured.amount(),
                        null)
                : fact;
    }

    private static @Nullable Money fee(Random random) {
        return random.nextBoolean() ? money(1) : null;
    }

    private static Money money(int amount) {
        return Money.of(EUR, amount);
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
