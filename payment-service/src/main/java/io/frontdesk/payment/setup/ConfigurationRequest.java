package io.frontdesk.payment.setup;

import io.frontdesk.payment.terms.AmountLimit;
import io.frontdesk.payment.terms.CaptureMode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A whole new configuration.
 *
 * @param version the one that was read before; another one answers 409
 * @param capture used where a payment does not say; automatic if absent
 * @param currencies ISO 4217 codes that are accepted; empty or absent: all
 * @param limits at most one per currency
 * @param providers those not named are no longer used for new payments
 */
record ConfigurationRequest(
        @NotNull Long version,
        @NotBlank @Size(max = 40) String defaultProvider,
        @Nullable CaptureMode capture,
        @Nullable @Size(max = 200) Set<@Pattern(regexp = "[A-Z]{3}") String> currencies,
        @Nullable @Size(max = 200) List<@Valid AmountLimit> limits,
        @NotNull @Size(max = 20) List<@Valid Entry> providers) {

    /** Whether a provider's account moves real money. */
    enum Mode {
        test,
        live
    }

    /**
     * An account with a provider.
     *
     * @param secretKey absent: the one that is stored stays
     * @param webhookSecrets newest first, several while one is being replaced; absent: stay
     * @param statementDescriptor what the payer reads on the card statement
     */
    record Entry(
            @NotBlank @Size(max = 40) String provider,
            @NotNull Mode mode,
            @Nullable @Size(min = 8, max = 500) String secretKey,
            @Nullable @Size(max = 500) String publishableKey,
            @Nullable @Size(max = 5) List<@NotBlank @Size(max = 500) @Pattern(regexp = "\\S+") String>
                            webhookSecrets,
            @Nullable @Pattern(regexp = "[A-Za-z0-9 .-]{5,22}") String statementDescriptor) {
        boolean live() {
            return mode == Mode.live;
        }

        @Override
        public String toString() {
            return "Entry[" + provider + ", " + mode + "]";
        }
    }
}
