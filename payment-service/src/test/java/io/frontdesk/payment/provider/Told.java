package io.frontdesk.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.payment.fact.Fact;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What facts say, for comparing those of one source with those of another. */
public final class Told {
    private Told() {}

    /**
     * Every fact once, with what is essential of it; two that share an identity must not differ.
     * Fees are left out, for not every source knows them.
     */
    public static Map<String, String> of(List<Fact> facts) {
        var told = new TreeMap<String, String>();
        for (var fact : facts) {
            if (fact instanceof Fact.FeeTaken) {
                continue;
            }
            var essence = fact.providerReference() + essence(fact);
            var before = told.put(fact.identity(), essence);
            assertThat(before == null ? essence : before).isEqualTo(essence);
        }
        return told;
    }

    public static @Nullable Money captured(List<Fact> facts) {
        return sum(facts, Fact.Captured.class);
    }

    public static @Nullable Money refunded(List<Fact> facts) {
        return sum(facts, Fact.Refunded.class);
    }

    private static @Nullable Money sum(List<Fact> facts, Class<?> kind) {
        return facts.stream()
                .filter(kind::isInstance)
                .map(Told::amount)
                .reduce(Money::plus)
                .orElse(null);
    }

    private static Money amount(Fact fact) {
        return switch (fact) {
            case Fact.Captured captured -> captured.amount();
            case Fact.Refunded refunded -> refunded.amount();
            default -> throw new IllegalArgumentException(fact.identity());
        };
    }

    private static String essence(Fact fact) {
        return switch (fact) {
            case Fact.ActionRequired ignored -> " asks";
            case Fact.Authorized authorized -> " " + authorized.amount();
            case Fact.Captured captured -> " " + captured.amount();
            case Fact.FeeTaken fee -> " " + fee.amount();
            case Fact.Cancelled ignored -> " cancelled";
            case Fact.Failed failed -> " " + failed.failure();
            case Fact.Refunded refunded -> " " + refunded.amount();
            case Fact.RefundFailed failed -> " " + failed.amount() + " " + failed.reason();
            case Fact.DisputeOpened opened -> " " + opened.amount() + " " + opened.reason();
            case Fact.DisputeClosed closed -> " " + closed.amount() + " " + closed.won();
        };
    }
}
