package io.frontdesk.payment.account;

import io.frontdesk.payment.provider.Account;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored account.
 *
 * @param active whether new payments use it
 * @param accountReference how the provider calls it
 * @param checkedAt when its keys were last found to work
 */
public record TenantAccount(
        UUID id,
        Account account,
        boolean active,
        String secretLast4,
        @Nullable String accountReference,
        @Nullable Instant checkedAt) {
    public UUID tenant() {
        return account.tenant();
    }
}
