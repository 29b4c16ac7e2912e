package io.frontdesk.payment.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.payment.fact.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StandingPropertiesTest {
    @Provide
    Arbitrary<List<Fact>> lives() {
        return Traces.lives();
    }

    @Provide
    Arbitrary<Random> randoms() {
        return Arbitraries.randoms();
    }

    @Property(tries = 5000)
    void comesToTheSameInAnyOrder(
            @ForAll("lives") List<Fact> life, @ForAll("randoms") Random random) {
        var straight = Standing.of(Traces.EUR, life);
        assertThat(Standing.of(Traces.EUR, Traces.disorder(life, random))).isEqualTo(straight);
    }

    @Property(tries = 2000)
    void neverForgetsMoney(@ForAll("lives") List<Fact> life, @ForAll("randoms") Random random) {
        var seen = new ArrayList<Fact>();
        var before = Standing.of(Traces.EUR, seen);
        for (var fact : Traces.disorder(life, random)) {
            seen.add(fact);
            var now = Standing.of(Traces.EUR, seen);
            assertThat(now.captured().isLessThan(before.captured())).isFalse();
            if (now.captured().isPositive()) {
                assertThat(now.status().tookNothing()).isFalse();
                assertThat(now.status()).isNotEqualTo(PaymentStatus.REQUIRES_ACTION);
            }
            assertThat(now.capturable().isNegative()).isFalse();
            before = now;
        }
    }
}
