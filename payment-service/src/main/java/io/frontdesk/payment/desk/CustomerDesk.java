package io.frontdesk.payment.desk;

import io.frontdesk.payment.provider.Account;
import io.frontdesk.payment.provider.Capability;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A provider with {@link Capability#CUSTOMERS}: payers and their means of payment, kept there. */
public interface CustomerDesk {
    /** Returns the provider's reference of a new customer. */
    String create(Account account, String key, @Nullable String name, @Nullable String email);

    void delete(Account account, String customerReference);

    SavedMethod attach(Account account, String key, String customerReference, String paymentMethod);

    void detach(Account account, String methodReference);

    List<SavedMethod> methods(Account account, String customerReference);

    /**
     * A means of payment that a customer keeps at the provider.
     *
     * @param display enough for the payer to know it again, for example {@code visa •••• 4242}
     */
    record SavedMethod(
            String methodReference,
            String type,
            String display,
            @Nullable Integer expiryMonth,
            @Nullable Integer expiryYear) {}
}
