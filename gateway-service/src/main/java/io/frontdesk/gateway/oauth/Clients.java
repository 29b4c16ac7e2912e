package io.frontdesk.gateway.oauth;

import io.frontdesk.gateway.access.FleetProperties;
import io.frontdesk.gateway.access.Role;
import io.frontdesk.gateway.access.Secrets;
import io.frontdesk.gateway.oauthclient.OAuthClient;
import io.frontdesk.gateway.oauthclient.OAuthClients;
import io.frontdesk.gateway.route.RouteTable;
import io.frontdesk.gateway.signing.InternalTokens;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/**
 * Who may ask for tokens: the fleet's services, whose secrets follow from the fleet's; the console;
 * and the clients that tenants made.
 */
@Component
class Clients implements RegisteredClientRepository {
    static final String CONSOLE = "console";

    private final OAuthClients stored;
    private final OAuthProperties properties;
    private final FleetProperties fleet;

    Clients(OAuthClients stored, OAuthProperties properties, FleetProperties fleet) {
        this.stored = stored;
        this.properties = properties;
        this.fleet = fleet;
    }

    static boolean isService(RegisteredClient client) {
        return RouteTable.SERVICES.contains(client.getClientId());
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients are made through /api/oauth-clients");
    }

    /** Clients have one id, inside and outside. */
    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String id) {
        if (id.equals(CONSOLE)) {
            return console();
        }
        if (RouteTable.SERVICES.contains(id)) {
            return fleet.hasSecret() ? service(id) : null;
        }
        try {
            return stored.valid(UUID.fromString(id)).map(this::external).orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private RegisteredClient service(String name) {
        return withSecret(name, Secrets.digest(Secrets.ofService(fleet.secret(), name)))
                .tokenSettings(tokens(InternalTokens.LIFE))
                .build();
    }

    private RegisteredClient external(OAuthClient client) {
        return withSecret(client.id().toString(), client.secretHash())
                .clientName(client.name())
                .scopes(scopes -> scopes.addAll(client.scopes()))
                .tokenSettings(tokens(properties.tokenLife()))
                .build();
    }

    private static RegisteredClient.Builder withSecret(String id, String secretHash) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret(secretHash)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS);
    }

    /** A public client: a page in a browser cannot keep a secret, so PKCE takes its place. */
    private RegisteredClient console() {
        return RegisteredClient.withId(CONSOLE)
                .clientId(CONSOLE)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(uris -> uris.addAll(properties.consoleRedirectUris()))
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .scopes(scopes -> scopes.addAll(Role.OPERATOR.scopes()))
                .clientSettings(
                        ClientSettings.builder()
                                .requireProofKey(true)
                                .requireAuthorizationConsent(false)
                                .build())
                .tokenSettings(tokens(properties.tokenLife()))
                .build();
    }

    private static TokenSettings tokens(Duration life) {
        return TokenSettings.builder()
                .accessTokenTimeToLive(life)
                .idTokenSignatureAlgorithm(SignatureAlgorithm.ES256)
                .build();
    }
}
