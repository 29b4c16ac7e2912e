package io.frontdesk.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.payment.desk.CustomerDesk.SavedMethod;
import io.frontdesk.payment.provider.Charge;
import io.frontdesk.payment.refusal.ProviderRefused;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StripeCustomersTest extends StripeTest {
    @Test
    void keepsCustomersAndTheirMethods() {
        var customer = provider.create(account, "key-1", "Ada", "ada@example.org");
        assertThat(provider.create(account, "key-1", "Ada", "ada@example.org")).isEqualTo(customer);
        assertThat(provider.methods(account, customer)).isEmpty();
        var saved = provider.attach(account, "key-2", customer, GOOD);
        assertThat(saved)
                .isEqualTo(
                        new SavedMethod(
                                saved.methodReference(), "card", "visa •••• 4242", 12, 2031));
        assertThat(provider.attach(account, "key-2", customer, GOOD)).isEqualTo(saved);
        assertThat(provider.methods(account, customer)).isEqualTo(List.of(saved));
        provider.detach(account, saved.methodReference());
        assertThat(provider.methods(account, customer)).isEmpty();
        assertThatThrownBy(() -> provider.detach(account, saved.methodReference()))
                .isInstanceOf(ProviderRefused.class);
    }

    @Test
    void listsMoreMethodsThanAPageHolds() {
        var customer = provider.create(account, "key", null, null);
        stripe.largestPage(2);
        for (var i = 0; i < 5; i++) {
            provider.attach(account, "key-" + i, customer, GOOD);
        }
        assertThat(provider.methods(account, customer)).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void deletesACustomerOnceAndForAll() {
        var customer = provider.create(account, "key", "Ada", null);
        provider.delete(account, customer);
        provider.delete(account, customer);
        assertThatThrownBy(() -> provider.methods(account, customer))
                .isInstanceOf(ProviderRefused.class);
        assertThatThrownBy(() -> provider.attach(account, "key-2", customer, GOOD))
                .isInstanceOf(ProviderRefused.class);
    }

    @Test
    void chargesACustomer() {
        var customer = provider.create(account, "key", "Ada", null);
        var order =
                new Charge(
                        "key-2",
                        UUID.randomUUID(),
                        TEN,
                        false,
                        GOOD,
                        customer,
                        "Cut & colour, 50 % off – für Zoë",
                        Map.of("payment_id", "forged", "frontdesk_taken_x", "1", "table", "7"),
                        null);
        var payment = stripe.object(charge(order).getFirst().providerReference());
        assertThat(payment.path("customer").asText()).isEqualTo(customer);
        assertThat(payment.path("description").asText()).isEqualTo(order.description());
        assertThat(payment.at("/metadata/payment_id").asText())
                .isEqualTo(order.paymentId().toString());
        assertThat(payment.at("/metadata/table").asText()).isEqualTo("7");
        assertThat(payment.path("metadata").has("frontdesk_taken_x")).isFalse();
    }
}
