package io.frontdesk.payment.setup;

import io.frontdesk.payment.account.TenantAccount;
import io.frontdesk.payment.terms.AmountLimit;
import io.frontdesk.payment.terms.CaptureMode;
import io.frontdesk.payment.terms.Terms;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant's payment configuration, without its secrets. */
record Configuration(
        long version,
        String defaultProvider,
        CaptureMode capture,
        Set<String> currencies,
        List<AmountLimit> limits,
        List<ProviderEntry> providers) {
    private static final int SHOWN = 4;

    /** Whether there is a secret, and how it ends. */
    record Secret(boolean set, @Nullable String last4) {
        static Secret of(@Nullable String value) {
            return value == null || value.isEmpty()
                    ? new Secret(false, null)
                    : new Secret(true, value.substring(Math.max(0, value.length() - SHOWN)));
        }
    }

    /**
     * An account.
     *
     * @param id the {@code account} parameter of its webhook address
     * @param active whether new payments use it
     */
    record ProviderEntry(
            UUID id,
            String provider,
            ConfigurationRequest.Mode mode,
            boolean active,
            Secret secretKey,
            @Nullable String publishableKey,
            List<Secret> webhookSecrets,
            @Nullable String statementDescriptor,
            @Nullable String accountReference,
            @Nullable Instant checkedAt) {
        static ProviderEntry of(TenantAccount stored) {
            var account = stored.account();
            return new ProviderEntry(
                    stored.id(),
                    account.provider(),
                    account.live()
                            ? ConfigurationRequest.Mode.live
                            : ConfigurationRequest.Mode.test,
                    stored.active(),
                    Secret.of(account.secretKey()),
                    account.publishableKey(),
                    account.webhookSecrets().stream().map(Secret::of).toList(),
                    account.statementDescriptor(),
                    stored.accountReference(),
                    stored.checkedAt());
        }
    }

    static Configuration of(Terms terms, List<TenantAccount> accounts) {
        return new Configuration(
                terms.version(),
                terms.defaultProvider(),
                terms.capture(),
                terms.currencies(),
                terms.limits(),
                accounts.stream().map(ProviderEntry::of).toList());
    }
}
