package io.frontdesk.payment.webhook;

import io.frontdesk.payment.account.Accounts;
import io.frontdesk.payment.account.Providers;
import io.frontdesk.payment.account.TenantAccount;
import io.frontdesk.payment.notice.SignatureRejected;
import io.frontdesk.payment.notice.Webhook;
import io.frontdesk.starter.tenancy.Tenancy;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes messages in: whose secret signed one, that is whose it is. What nobody's secret signed is
 * counted and nothing else.
 */
@Component
public class WebhookInbox {
    // Each account costs a hash over the body; a tenant with its account in the address costs one.
    private static final int MOST_TRIED = 200;

    private final Accounts accounts;
    private final Providers providers;
    private final Webhooks webhooks;
    private final Tenancy tenancy;
    private final MeterRegistry meters;

    WebhookInbox(
            Accounts accounts,
            Providers providers,
            Webhooks webhooks,
            Tenancy tenancy,
            MeterRegistry meters) {
        this.accounts = accounts;
        this.providers = providers;
        this.webhooks = webhooks;
        this.tenancy = tenancy;
        this.meters = meters;
    }

    /**
     * Verifies and keeps a message.
     *
     * @param account the one that it is for, where the sender knows
     * @throws SignatureRejected when none of the accounts' secrets signed it
     */
    public void receive(String provider, @Nullable UUID account, Webhook webhook) {
        providers.named(provider);
        var candidates =
                tenancy.asSystem(() -> accounts.ofAllTenants(provider, account, MOST_TRIED));
        var rejected = new SignatureRejected("No account here expects this message.");
        for (var candidate : candidates) {
            try {
                tenancy.as(candidate.tenant(), () -> keep(candidate, webhook));
                return;
            } catch (SignatureRejected notThisOne) {
                rejected = notThisOne;
            }
        }
        meters.counter("frontdesk.payment.webhooks.rejected", "provider", provider).increment();
        throw rejected;
    }

    /** Verifies and keeps a message for one account, as its tenant. */
    public void keep(TenantAccount account, Webhook webhook) {
        var notice = providers.of(account).read(account.account(), webhook);
        webhooks.keep(account, notice, webhook);
    }
}
