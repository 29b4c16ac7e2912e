package io.frontdesk.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.payment.desk.LinkDesk.LinkOrder;
import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.provider.Lookup;
import io.frontdesk.payment.provider.Told;
import io.frontdesk.payment.refusal.ProviderRefused;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StripePagesTest extends StripeTest {
    private static final String DECLINED = "pm_card_visa_chargeDeclined";
    private final UUID payment = UUID.randomUUID();

    @Test
    void opensASessionForAPageThatEndsSoon() {
        var order = order(Duration.ofHours(2), "https://shop.example/back", false);
        var page = provider.open(account, order);
        assertThat(page.linkReference()).startsWith("cs_");
        assertThat(page.expiresAt()).isEqualTo(order.expiresAt());
        assertThat(page.url().toString()).startsWith("https://");
        assertThat(provider.open(account, order)).isEqualTo(page);
        assertThat(stripe.count("checkout.session")).isOne();
    }

    @Test
    void opensALinkForAnyOther() {
        for (var order :
                List.of(
                        order(null, null, false),
                        order(Duration.ofDays(3), "https://shop.example/back", true),
                        order(Duration.ofHours(2), null, false))) {
            var page = provider.open(account, order);
            assertThat(page.linkReference()).startsWith("plink_");
            assertThat(page.expiresAt()).isNull();
            assertThat(provider.open(account, order)).isEqualTo(page);
        }
        assertThat(stripe.count("payment_link")).isEqualTo(3);
    }

    @Test
    void tellsWhatIsPaidForOurPayment() {
        for (var end : List.of(Duration.ofHours(2), Duration.ofDays(2))) {
            var page = provider.open(account, order(end, "https://shop.example/back", false));
            assertThat(found(page.linkReference())).isEmpty();
            stripe.payOn(page.linkReference(), GOOD);
            var notices =
                    stripe.webhooks().stream().map(each -> provider.read(account, each)).toList();
            assertThat(notices).extracting("paymentId").containsOnly(payment);
            var told = notices.stream().flatMap(each -> each.facts().stream()).toList();
            assertThat(Told.captured(told.subList(0, 1))).isEqualTo(TEN);
            assertThat(Told.of(told)).isEqualTo(Told.of(found(page.linkReference())));
            var byId = new Lookup(payment, null, clock.instant());
            assertThat(provider.find(account, byId)).isPresent();
        }
    }

    @Test
    void reservesOnAPage() {
        var page = provider.open(account, order(null, null, true));
        stripe.payOn(page.linkReference(), GOOD);
        assertThat(found(page.linkReference())).singleElement().isInstanceOf(Fact.Authorized.class);
    }

    @Test
    void letsThePayerTryAnotherCard() {
        var page = provider.open(account, order(Duration.ofHours(2), "https://x.example", false));
        stripe.payOn(page.linkReference(), DECLINED);
        assertThat(told()).isEmpty();
        assertThat(found(page.linkReference())).isEmpty();
        stripe.payOn(page.linkReference(), GOOD);
        assertThat(Told.captured(found(page.linkReference()))).isEqualTo(TEN);
        assertThat(Told.of(told())).isEqualTo(Told.of(found(page.linkReference())));
    }

    @Test
    void tellsThatASessionEndedUnpaid() {
        var page = provider.open(account, order(Duration.ofHours(2), "https://x.example", false));
        stripe.expireSession(page.linkReference());
        var facts = found(page.linkReference());
        assertThat(facts).singleElement().extracting("failure.code").isEqualTo("abandoned");
        assertThat(Told.of(told())).isEqualTo(Told.of(facts));
    }

    @Test
    void keepsALinkOpenWhenOneVisitEnds() {
        var page = provider.open(account, order(null, null, false));
        stripe.expireSession(stripe.payOn(page.linkReference(), DECLINED));
        assertThat(told()).isEmpty();
        assertThat(found(page.linkReference())).isEmpty();
        stripe.payOn(page.linkReference(), GOOD);
        assertThat(Told.captured(found(page.linkReference()))).isEqualTo(TEN);
    }

    @Test
    void tellsThatABankSaidNoDaysLater() {
        var page = provider.open(account, order(Duration.ofHours(2), "https://x.example", false));
        stripe.payOn(page.linkReference(), "pm_usBankAccount_processing");
        assertThat(told()).isEmpty();
        assertThat(found(page.linkReference())).isEmpty();
        stripe.failLater(page.linkReference());
        var facts = found(page.linkReference());
        assertThat(facts).singleElement().extracting("failure.code").isEqualTo("processing-error");
        assertThat(Told.of(told()))
                .isEqualTo(Told.of(facts))
                .isEqualTo(Told.of(found(facts.getFirst().providerReference())));
    }

    @Test
    void findsTheVisitThatPaidAmongThoseThatDidNot() {
        var page = provider.open(account, order(null, null, false));
        stripe.payOn(page.linkReference(), DECLINED);
        stripe.payOn(page.linkReference(), GOOD);
        stripe.payOn(page.linkReference(), DECLINED);
        var found = provider.find(account, new Lookup(payment, null, clock.instant()));
        assertThat(Told.captured(found.orElseThrow())).isEqualTo(TEN);
        assertThat(Told.of(told())).isEqualTo(Told.of(found.orElseThrow()));
    }

    @Test
    void closesPages() {
        var link = provider.open(account, order(null, null, false));
        provider.close(account, link.linkReference(), "close-1");
        assertThat(stripe.object(link.linkReference()).path("active").asBoolean()).isFalse();
        var session =
                provider.open(account, order(Duration.ofHours(1), "https://x.example", false));
        provider.close(account, session.linkReference(), "close-2");
        provider.close(account, session.linkReference(), "close-2");
        assertThatThrownBy(() -> provider.close(account, session.linkReference(), "close-3"))
                .isInstanceOf(ProviderRefused.class);
        assertThatThrownBy(() -> provider.close(account, "plink_unknown", "close-4"))
                .isInstanceOf(ProviderRefused.class);
    }

    @Test
    void tellsWhatStripeDoesNotLike() {
        var soon = order(Duration.ofMinutes(10), "https://x.example", false);
        assertThatThrownBy(() -> provider.open(account, soon))
                .isInstanceOf(ProviderRefused.class)
                .hasMessageContaining("30 minutes");
        var odd = new LinkOrder("k", payment, Money.parse("KWD 1.001"), "x", false, null, null);
        assertThatThrownBy(() -> provider.open(account, odd)).isInstanceOf(ProviderRefused.class);
    }

    private LinkOrder order(@Nullable Duration end, @Nullable String returnUrl, boolean manual) {
        return new LinkOrder(
                UUID.randomUUID().toString(),
                payment,
                TEN,
                "Deposit for Friday",
                manual,
                end == null ? null : clock.instant().plus(end),
                returnUrl);
    }
}
