package io.frontdesk.calendarplugin.oauth;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who we are at a provider, and where it grants.
 *
 * @param provider the provider's name for messages
 * @param settings the prefix of the settings that hold the credentials, for messages
 * @param id null until the operator registered an application there
 * @param scopes what is asked for; empty where the registration says it
 * @param needed the scopes without which nothing works, where the owner may untick some
 * @param extra further parameters of the consent page
 */
public record OAuthClient(
        String provider,
        String settings,
        @Nullable String id,
        @Nullable String secret,
        URI consentPage,
        URI tokens,
        Set<String> scopes,
        Set<String> needed,
        Map<String, String> extra) {
    @Override
    public String toString() {
        return "OAuthClient[" + provider + "]";
    }
}
