package io.frontdesk.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.status.PlainFacts;
import io.frontdesk.payment.status.Standing;
import io.frontdesk.payment.status.Traces;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.Money;

class PostingPropertiesTest {
    @Provide
    Arbitrary<List<Fact>> lives() {
        return Traces.lives();
    }

    @Provide
    Arbitrary<Random> randoms() {
        return Arbitraries.randoms();
    }

    @Property(tries = 5000)
    void booksTheSameInAnyOrderAndBalances(
            @ForAll("lives") List<Fact> life, @ForAll("randoms") Random random) {
        assertThat(booksToldOneByOne(Traces.disorder(life, random)))
                .isEqualTo(booksToldOneByOne(life));
    }

    @Property(tries = 2000)
    void agreesWithTheTotals(@ForAll("lives") List<Fact> life) {
        var books = booksToldOneByOne(life);
        var standing = Standing.of(Traces.EUR, life);
        var none = Money.zero(Traces.EUR);
        assertThat(books.getOrDefault(LedgerAccount.REVENUE, none))
                .isEqualTo(standing.captured().negated());
        assertThat(books.getOrDefault(LedgerAccount.REFUNDS, none)).isEqualTo(standing.refunded());
        assertThat(books.getOrDefault(LedgerAccount.RECEIVABLE, none)).isEqualTo(none);
        var disputed =
                books.getOrDefault(LedgerAccount.DISPUTES, none)
                        .plus(books.getOrDefault(LedgerAccount.LOSSES, none));
        assertThat(disputed).isEqualTo(standing.disputed());
    }

    /** As they are recorded: each identity once, whichever telling brings it. */
    private static Map<LedgerAccount, Money> booksToldOneByOne(List<Fact> told) {
        var known = new HashSet<String>();
        var books = new EnumMap<LedgerAccount, Money>(LedgerAccount.class);
        for (var telling : told) {
            for (var fact : PlainFacts.of(List.of(telling))) {
                if (known.add(fact.identity())) {
                    var sum = Money.zero(Traces.EUR);
                    for (var posting : Posting.of(fact)) {
                        books.merge(posting.account(), posting.amount(), Money::plus);
                        sum = sum.plus(posting.amount());
                    }
                    assertThat(sum.isZero()).isTrue();
                }
            }
        }
        return books;
    }
}
