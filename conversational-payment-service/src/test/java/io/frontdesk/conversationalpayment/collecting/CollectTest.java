package io.frontdesk.conversationalpayment.collecting;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.conversationalpayment.phrasing.Replies;
import io.frontdesk.conversationalpayment.shopping.Shop;
import io.frontdesk.conversationalpayment.understanding.Ambiguity;
import io.frontdesk.conversationalpayment.understanding.Ambiguity.Kind;
import io.frontdesk.conversationalpayment.understanding.Amount;
import io.frontdesk.conversationalpayment.understanding.Asked;
import io.frontdesk.conversationalpayment.understanding.Chosen;
import io.frontdesk.conversationalpayment.understanding.Intent;
import io.frontdesk.conversationalpayment.understanding.Understood;
import io.frontdesk.conversationalpayment.understanding.Wish;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CollectTest {
    private static final UUID DEPOSIT = UUID.randomUUID();
    private static final UUID CUT = UUID.randomUUID();
    private static final Shop.Shelf SHELF =
            new Shop.Shelf(
                    List.of(
                            new Wish(DEPOSIT, "Deposit", Set.of(), null),
                            new Wish(CUT, "Haircut", Set.of(), Money.parse("USD 45"))),
                    true);

    private static Outcome next(
            Wanted before, List<Chosen> items, @Nullable Amount amount, Ambiguity... unclear) {
        var understood = new Understood(Intent.PAY, items, amount, List.of(unclear), false);
        return new Collect(SHELF, CurrencyUnit.USD, new Replies(Locale.ENGLISH))
                .next(before, understood);
    }

    private static Outcome deposit() {
        var hundred = new Amount(new BigDecimal("100"), null, "100 $");
        return next(
                Wanted.EMPTY,
                List.of(new Chosen(DEPOSIT, 1)),
                hundred,
                new Ambiguity(Kind.CURRENCY, "100 $", List.of("USD", "CAD")));
    }

    @Test
    void takesNoDoubtfulCurrencyForItsOwn() {
        var asked = deposit();
        assertThat(asked.missing()).containsExactly("currency");
        assertThat(asked.wanted().amount()).isNull();
        assertThat(asked.wanted().asked()).isEqualTo(Asked.WHICH_CURRENCY);
    }

    @Test
    void keepsTheSumUntilItsCurrencyIsTold() {
        var told = new Ambiguity(Kind.CURRENCY, "US dollars", List.of("USD"));
        var done = next(deposit().wanted(), List.of(), null, told);
        assertThat(done.complete()).isTrue();
        assertThat(done.wanted().amount()).isEqualTo(Money.parse("USD 100"));
        assertThat(done.wanted().unsettled()).isNull();
    }

    @Test
    void forgetsASumInAnotherCurrency() {
        var told = new Ambiguity(Kind.CURRENCY, "Canadian", List.of("CAD"));
        var asked = next(deposit().wanted(), List.of(), null, told);
        assertThat(asked.missing()).containsExactly("amount");
        assertThat(asked.wanted().unsettled()).isNull();
        assertThat(asked.notes().toString()).contains("USD only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101"})
    void takesNoCountBeyondTheBounds(String count) {
        var before = next(Wanted.EMPTY, List.of(new Chosen(CUT, 1)), null).wanted();
        var asked =
                next(before, List.of(), null, new Ambiguity(Kind.QUANTITY, count, List.of(count)));
        assertThat(asked.missing()).containsExactly("quantity");
        assertThat(asked.wanted().items()).containsExactly(new Chosen(CUT, 1));
    }

    @Test
    void survivesItsRow() {
        var json = JsonMapper.builder().findAndAddModules().build();
        for (var wanted : List.of(Wanted.EMPTY, deposit().wanted())) {
            var row = json.writeValueAsString(wanted);
            assertThat(json.readValue(row, Wanted.class)).isEqualTo(wanted);
        }
        var old = "{\"items\":[],\"asked\":\"NOTHING\",\"cancelled\":false}";
        assertThat(json.readValue(old, Wanted.class)).isEqualTo(Wanted.EMPTY);
    }
}
