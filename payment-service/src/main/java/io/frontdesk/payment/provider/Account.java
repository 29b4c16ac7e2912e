package io.frontdesk.payment.provider;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's account at a provider.
 *
 * @param secretKey what authorizes calls; never logged, never returned
 * @param webhookSecrets newest first; several while one is being replaced
 * @param live whether real money moves
 */
public record Account(
        UUID tenant,
        String provider,
        boolean live,
        String secretKey,
        @Nullable String publishableKey,
        List<String> webhookSecrets,
        @Nullable String statementDescriptor) {
    @Override
    public String toString() {
        return "Account[" + tenant + ", " + provider + (live ? ", live]" : ", test]");
    }
}
