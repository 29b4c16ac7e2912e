package io.frontdesk.payment.wallet;

import io.frontdesk.payment.fact.Failure;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Means of payment that always behave the same, named as in Stripe's test mode. */
public enum SandboxMethod {
    VISA("pm_card_visa", "visa •••• 4242"),
    MASTERCARD("pm_card_mastercard", "mastercard •••• 4444"),
    DECLINED(
            "pm_card_chargeDeclined",
            "visa •••• 0002",
            new Failure("card-declined", "The card was declined.")),
    INSUFFICIENT_FUNDS(
            "pm_card_chargeDeclinedInsufficientFunds",
            "visa •••• 9995",
            new Failure("insufficient-funds", "The card has insufficient funds.")),
    EXPIRED(
            "pm_card_chargeDeclinedExpiredCard",
            "visa •••• 0069",
            new Failure("expired-card", "The card has expired.")),
    AUTHENTICATION_REQUIRED("pm_card_authenticationRequired", "visa •••• 3155"),
    /** Charges, and the answer never arrives. */
    TIMEOUT("pm_sandbox_timeout", "sandbox •••• time"),
    SLOW("pm_sandbox_slow", "sandbox •••• slow"),
    /** Never charges, and no answer arrives. */
    UNREACHABLE("pm_sandbox_unreachable", "sandbox •••• gone"),
    /** Captured, then disputed. */
    DISPUTE("pm_sandbox_dispute", "visa •••• 0259");

    private final String token;
    private final String display;

    // A record of two strings.
    @SuppressWarnings("ImmutableEnumChecker")
    private final @Nullable Failure failure;

    SandboxMethod(String token, String display) {
        this(token, display, null);
    }

    SandboxMethod(String token, String display, @Nullable Failure failure) {
        this.token = token;
        this.display = display;
        this.failure = failure;
    }

    public String token() {
        return token;
    }

    public String display() {
        return display;
    }

    public Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    public static Optional<SandboxMethod> of(String token) {
        return Arrays.stream(values()).filter(each -> each.token.equals(token)).findFirst();
    }
}
