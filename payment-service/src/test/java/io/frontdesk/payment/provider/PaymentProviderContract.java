package io.frontdesk.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.notice.SignatureRejected;
import io.frontdesk.payment.notice.Webhook;
import io.frontdesk.payment.refusal.ProviderRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every payment provider must do, whoever is behind it: a call does its work once per key, and
 * answer, webhooks and lookup tell the same facts.
 */
public abstract class PaymentProviderContract {
    protected static final Money TEN = Money.parse("EUR 10.00");
    private static final Money SEVEN = Money.parse("EUR 7.00");
    private static final Money THREE = Money.parse("EUR 3.00");

    protected abstract PaymentProvider provider();

    protected abstract Account account();

    /** Tokens of means of payment: one that pays, one that is declined, one that asks the payer. */
    protected abstract String goodMethod();

    protected abstract String declinedMethod();

    protected abstract String askingMethod();

    /** The payer authenticates, or fails to. */
    protected abstract void authenticate(String providerReference, boolean succeeds);

    /** The webhooks that were sent since the last time, in their order. */
    protected abstract List<Webhook> webhooks();

    protected abstract Instant now();

    protected final Charge order(boolean manualCapture, String method) {
        return new Charge(
                UUID.randomUUID().toString(),
                UUID.randomUUID(),
                TEN,
                manualCapture,
                method,
                null,
                "A deposit",
                Map.of("order", "A-1"),
                "https://shop.example/back");
    }

    @Test
    void takesAllAtOnce() {
        var order = order(false, goodMethod());
        var facts = charge(order);
        assertThat(Told.captured(facts)).isEqualTo(TEN);
        assertThat(facts).extracting(Fact::providerReference).containsOnly(reference(facts));
        assertAllAgree(order, facts);
    }

    @Test
    void doesAgainUnderTheSameKeyWhatItDidOnce() {
        var order = order(false, goodMethod());
        var facts = charge(order);
        assertThat(Told.of(charge(order))).isEqualTo(Told.of(facts));
        var movement = movement(facts, THREE);
        var refund = provider().refund(account(), movement, null);
        assertThat(Told.of(provider().refund(account(), movement, null)))
                .isEqualTo(Told.of(refund));
        assertThat(Told.refunded(found(order, reference(facts)))).isEqualTo(THREE);
    }

    @Test
    void tellsADeclineAsAFact() {
        var order = order(false, declinedMethod());
        var facts = charge(order);
        assertThat(facts).singleElement().isInstanceOf(Fact.Failed.class);
        assertThat(Told.of(charge(order))).isEqualTo(Told.of(facts));
        assertAllAgree(order, facts);
    }

    @Test
    void waitsForThePayerToAuthenticate() {
        var order = order(false, askingMethod());
        var facts = charge(order);
        assertThat(facts).singleElement().isInstanceOf(Fact.ActionRequired.class);
        authenticate(reference(facts), true);
        assertThat(Told.captured(found(order, reference(facts)))).isEqualTo(TEN);
        assertAllAgree(order, found(order, reference(facts)));
    }

    @Test
    void failsWhereThePayerFailsToAuthenticate() {
        var order = order(true, askingMethod());
        var reference = reference(charge(order));
        authenticate(reference, false);
        var facts = found(order, reference);
        assertThat(facts).singleElement().isInstanceOf(Fact.Failed.class);
        assertAllAgree(order, facts);
    }

    @Test
    void takesAReservedAmountInParts() {
        var order = order(true, goodMethod());
        var reserved = charge(order);
        assertThat(reserved).singleElement().isInstanceOf(Fact.Authorized.class);
        if (provider().capabilities().contains(Capability.SEVERAL_CAPTURES)) {
            var first = provider().capture(account(), movement(reserved, THREE), false);
            assertThat(Told.captured(first)).isEqualTo(THREE);
            var last = provider().capture(account(), movement(reserved, SEVEN), true);
            assertThat(Told.of(last)).containsAllEntriesOf(Told.of(first));
        } else {
            provider().capture(account(), movement(reserved, TEN), true);
        }
        var facts = found(order, reference(reserved));
        assertThat(Told.captured(facts)).isEqualTo(TEN);
        assertThat(facts).noneMatch(Fact.Cancelled.class::isInstance);
        assertAllAgree(order, facts);
    }

    @Test
    void givesTheRestBackWithTheLastCapture() {
        var order = order(true, goodMethod());
        var facts = provider().capture(account(), movement(charge(order), SEVEN), true);
        assertThat(Told.captured(facts)).isEqualTo(SEVEN);
        assertThat(facts).anyMatch(Fact.Cancelled.class::isInstance);
        assertAllAgree(order, facts);
    }

    @Test
    void givesAReservationBack() {
        var order = order(true, goodMethod());
        var reference = reference(charge(order));
        var facts = provider().cancel(account(), reference, "cancel-" + order.key());
        assertThat(facts).anyMatch(Fact.Cancelled.class::isInstance);
        assertThat(Told.captured(facts)).isNull();
        assertAllAgree(order, found(order, reference));
    }

    @Test
    void endsAnAttemptThatWaitsForThePayer() {
        var order = order(false, askingMethod());
        var reference = reference(charge(order));
        var facts = provider().cancel(account(), reference, "cancel-" + order.key());
        assertThat(facts).singleElement().isInstanceOf(Fact.Cancelled.class);
        assertAllAgree(order, facts);
    }

    @Test
    void refundsInParts() {
        var order = order(false, goodMethod());
        var charged = charge(order);
        var first = provider().refund(account(), movement(charged, THREE), "Too late");
        assertThat(Told.refunded(first)).isEqualTo(THREE);
        provider().refund(account(), movement(charged, SEVEN), null);
        var facts = found(order, reference(charged));
        assertThat(Told.refunded(facts)).isEqualTo(TEN);
        assertAllAgree(order, facts);
    }

    @Test
    void refusesWhatIsNotThere() {
        var reserved = charge(order(true, goodMethod()));
        var captured = charge(order(false, goodMethod()));
        var more = Money.parse("EUR 10.01");
        assertRefused(() -> provider().capture(account(), movement(reserved, more), true));
        assertRefused(() -> provider().refund(account(), movement(reserved, THREE), null));
        assertRefused(() -> provider().refund(account(), movement(captured, more), null));
        assertRefused(() -> provider().capture(account(), movement(captured, THREE), true));
        assertRefused(() -> provider().charge(account(), order(false, "no-such-method")));
    }

    @Test
    void findsAPaymentByOurIdAlone() {
        var order = order(false, goodMethod());
        var facts = charge(order);
        assertThat(Told.of(found(order, null))).isEqualTo(Told.of(facts));
        var never = new Lookup(UUID.randomUUID(), null, now().minus(Duration.ofHours(1)));
        assertThat(provider().find(account(), never)).isEmpty();
    }

    @Test
    void believesNoWebhookThatIsNotSigned() {
        charge(order(false, goodMethod()));
        var genuine = webhooks().getLast();
        assertThat(provider().read(account(), genuine).id()).isNotBlank();
        var other = genuine.body().clone();
        other[other.length / 2] ^= 1;
        assertRejected(new Webhook(other, genuine.headers(), genuine.receivedAt()));
        assertRejected(new Webhook(genuine.body(), Map.of(), genuine.receivedAt()));
        var late = genuine.receivedAt().plus(Duration.ofHours(1));
        assertRejected(new Webhook(genuine.body(), genuine.headers(), late));
    }

    @Test
    void keepsABookThatNamesTheFacts() {
        var order = order(false, goodMethod());
        var charged = charge(order);
        var refund = provider().refund(account(), movement(charged, THREE), null);
        var from = now().minus(Duration.ofHours(1));
        var page = provider().balance(account(), from, now().plus(Duration.ofHours(1)), null);
        assertThat(page.lines()).extracting(BalancePage.Line::at).isSorted();
        assertThat(line(page, charged, Fact.Captured.class).amount()).isEqualTo(TEN);
        assertThat(line(page, refund, Fact.Refunded.class).amount()).isEqualTo(THREE.negated());
    }

    @Test
    void saysThatTheAccountWorks() {
        assertThat(provider().check(account()).live()).isEqualTo(account().live());
    }

    protected final List<Fact> charge(Charge order) {
        return provider().charge(account(), order);
    }

    protected final List<Fact> found(Charge order, @Nullable String reference) {
        var lookup = new Lookup(order.paymentId(), reference, now().minus(Duration.ofMinutes(1)));
        return provider().find(account(), lookup).orElseThrow();
    }

    /** Answer and lookup tell the same, and so do the webhooks, which also tell what is past. */
    protected final void assertAllAgree(Charge order, List<Fact> answer) {
        var found = Told.of(found(order, reference(answer)));
        assertThat(Told.of(answer)).isEqualTo(found);
        var notices = webhooks().stream().map(each -> provider().read(account(), each)).toList();
        var told = Told.of(notices.stream().flatMap(each -> each.facts().stream()).toList());
        told.remove("action-required");
        assertThat(told).isEqualTo(found);
        assertThat(notices).anyMatch(notice -> order.paymentId().equals(notice.paymentId()));
    }

    protected static String reference(List<Fact> facts) {
        return facts.getFirst().providerReference();
    }

    protected static Movement movement(List<Fact> of, Money amount) {
        return new Movement(UUID.randomUUID().toString(), reference(of), amount);
    }

    private static BalancePage.Line line(BalancePage page, List<Fact> facts, Class<?> kind) {
        var fact = facts.stream().filter(kind::isInstance).findFirst().orElseThrow();
        return page.lines().stream()
                .filter(line -> fact.identity().equals(line.factIdentity()))
                .filter(line -> fact.providerReference().equals(line.providerReference()))
                .findFirst()
                .orElseThrow();
    }

    private static void assertRefused(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(ProviderRefused.class);
    }

    private void assertRejected(Webhook webhook) {
        assertThatThrownBy(() -> provider().read(account(), webhook))
                .isInstanceOf(SignatureRejected.class);
    }
}
