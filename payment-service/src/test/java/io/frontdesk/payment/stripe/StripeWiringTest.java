package io.frontdesk.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.payment.desk.CustomerDesk;
import io.frontdesk.payment.desk.DisputeDesk;
import io.frontdesk.payment.desk.LinkDesk;
import io.frontdesk.payment.provider.Capability;
import io.frontdesk.payment.provider.PaymentProvider;
import io.frontdesk.payment.stripewire.StripeCalls;
import io.frontdesk.payment.stripewire.StripeProperties;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class StripeWiringTest {
    private final ApplicationContextRunner app =
            new ApplicationContextRunner()
                    .withBean(Clock.class, Clock::systemUTC)
                    .withUserConfiguration(
                            StripeProvider.class,
                            StripeCalls.class,
                            StripeCharges.class,
                            StripeLookup.class,
                            StripePages.class,
                            StripeCustomers.class,
                            StripeBook.class);

    @Test
    void needsNothingButATenantsKey() {
        app.run(context -> {
            var provider = context.getBean(PaymentProvider.class);
            assertThat(provider.name()).isEqualTo("stripe");
            assertThat(provider.capabilities()).contains(Capability.values());
            assertThat(provider)
                    .isInstanceOf(LinkDesk.class)
                    .isInstanceOf(CustomerDesk.class)
                    .isInstanceOf(DisputeDesk.class);
            var properties = context.getBean(StripeProperties.class);
            assertThat(properties.apiUrl()).isEqualTo(URI.create("https://api.stripe.com"));
            assertThat(properties.webhookTolerance()).isEqualTo(Duration.ofMinutes(5));
        });
    }

    @Test
    void takesAnotherAddress() {
        app.withPropertyValues(
                        "frontdesk.payment.stripe.api-url=http://127.0.0.1:12111",
                        "frontdesk.payment.stripe.read-timeout=3s")
                .run(context -> {
                    var properties = context.getBean(StripeProperties.class);
                    assertThat(properties.apiUrl().getPort()).isEqualTo(12111);
                    assertThat(properties.readTimeout()).isEqualTo(Duration.ofSeconds(3));
                });
    }
}
