package io.frontdesk.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.payment.notice.Webhook;
import io.frontdesk.payment.provider.Account;
import io.frontdesk.payment.provider.PaymentProvider;
import io.frontdesk.payment.provider.PaymentProviderContract;
import io.frontdesk.payment.stripestandin.StripeStandIn;
import io.frontdesk.test.time.SettableClock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class StripeContractTest extends PaymentProviderContract {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:15:30Z"));
    private final StripeStandIn stripe = new StripeStandIn(clock);
    private final StripeProvider provider = StripeTest.provider(stripe, clock);

    @AfterEach
    void keptToThePublishedApi() {
        stripe.close();
        assertThat(stripe.violations()).isEmpty();
    }

    @Override
    protected PaymentProvider provider() {
        return provider;
    }

    @Override
    protected Account account() {
        return StripeTest.account("sk_test_standin", false);
    }

    @Override
    protected String goodMethod() {
        return "pm_card_visa";
    }

    @Override
    protected String declinedMethod() {
        return "pm_card_visa_chargeDeclinedInsufficientFunds";
    }

    @Override
    protected String askingMethod() {
        return "pm_card_threeDSecure2Required";
    }

    @Override
    protected void authenticate(String providerReference, boolean succeeds) {
        stripe.authenticate(providerReference, succeeds);
    }

    @Override
    protected List<Webhook> webhooks() {
        return stripe.webhooks();
    }

    @Override
    protected Instant now() {
        return clock.instant();
    }
}
