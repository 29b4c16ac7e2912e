package io.frontdesk.payment.stripe;

import com.stripe.model.PaymentMethod;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerPaymentMethodListParams;
import com.stripe.param.PaymentMethodAttachParams;
import io.frontdesk.payment.desk.CustomerDesk.SavedMethod;
import io.frontdesk.payment.provider.Account;
import io.frontdesk.payment.stripewire.StripeCalls;
import io.frontdesk.payment.stripewire.StripeErrors;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Payers and their means of payment, kept at Stripe. */
@Component
final class StripeCustomers {
    private static final long PAGE = 100;

    private final StripeCalls calls;

    StripeCustomers(StripeCalls calls) {
        this.calls = calls;
    }

    String create(Account account, String key, @Nullable String name, @Nullable String email) {
        var params = CustomerCreateParams.builder().setName(name).setEmail(email).build();
        return calls.ask(
                        account,
                        key,
                        (stripe, options) -> stripe.customers().create(params, options))
                .getId();
    }

    /** One that is gone already is as good as deleted. */
    void delete(Account account, String customer) {
        calls.find(
                account,
                StripeErrors::notFound,
                (stripe, options) -> stripe.customers().delete(customer, options));
    }

    SavedMethod attach(Account account, String key, String customer, String method) {
        var params = PaymentMethodAttachParams.builder().setCustomer(customer).build();
        return saved(
                calls.ask(
                        account,
                        key,
                        (stripe, options) ->
                                stripe.paymentMethods().attach(method, params, options)));
    }

    void detach(Account account, String method) {
        calls.ask(
                account,
                null,
                (stripe, options) -> stripe.paymentMethods().detach(method, options));
    }

    List<SavedMethod> methods(Account account, String customer) {
        var params = CustomerPaymentMethodListParams.builder().setLimit(PAGE).build();
        return calls.read(
                account,
                (stripe, options) -> {
                    var saved = new ArrayList<SavedMethod>();
                    stripe.customers()
                            .paymentMethods()
                            .list(customer, params, options)
                            .autoPagingIterable()
                            .forEach(method -> saved.add(saved(method)));
                    return saved;
                });
    }

    private static SavedMethod saved(PaymentMethod method) {
        var card = method.getCard();
        return card == null
                ? new SavedMethod(method.getId(), method.getType(), display(method), null, null)
                : new SavedMethod(
                        method.getId(),
                        method.getType(),
                        ending(card.getBrand(), card.getLast4()),
                        card.getExpMonth().intValue(),
                        card.getExpYear().intValue());
    }

    private static String display(PaymentMethod method) {
        if (method.getSepaDebit() != null) {
            return ending("SEPA", method.getSepaDebit().getLast4());
        }
        if (method.getUsBankAccount() != null) {
            var bank = method.getUsBankAccount();
            return ending(bank.getBankName(), bank.getLast4());
        }
        if (method.getBacsDebit() != null) {
            return ending("Bacs", method.getBacsDebit().getLast4());
        }
        if (method.getPaypal() != null && method.getPaypal().getPayerEmail() != null) {
            return "PayPal " + method.getPaypal().getPayerEmail();
        }
        return method.getType().replace('_', ' ');
    }

    private static String ending(@Nullable String kind, @Nullable String lastFour) {
        return (kind == null ? "" : kind + " ") + "•••• " + (lastFour == null ? "" : lastFour);
    }
}
