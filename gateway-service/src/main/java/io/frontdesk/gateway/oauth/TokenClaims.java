package io.frontdesk.gateway.oauth;

import io.frontdesk.gateway.oauthclient.OAuthClients;
import io.frontdesk.gateway.signing.InternalTokens;
import io.frontdesk.gateway.user.User;
import io.frontdesk.gateway.user.Users;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * Tells services and callers from outside apart: only a service of the fleet gets a token that
 * services accept.
 */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    private final Users users;
    private final OAuthClients clients;
    private final OAuthProperties properties;

    TokenClaims(Users users, OAuthClients clients, OAuthProperties properties) {
        this.users = users;
        this.clients = clients;
        this.properties = properties;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            return;
        }
        // The generator assumes RSA for access tokens.
        context.getJwsHeader().algorithm(SignatureAlgorithm.ES256).type("at+jwt");
        if (Clients.isService(context.getRegisteredClient())) {
            forService(context);
        } else {
            forOutside(context);
        }
    }

    private static void forService(JwtEncodingContext context) {
        var claims = context.getClaims();
        claims.issuer(InternalTokens.ISSUER)
                .audience(List.of(InternalTokens.AUDIENCE))
                .subject("service:" + context.getRegisteredClient().getClientId())
                .claim("roles", List.of("service"));
        Object tenant =
                context.getAuthorizationGrant()
                                instanceof OAuth2AuthorizationGrantAuthenticationToken grant
                        ? grant.getAdditionalParameters().get("tenant")
                        : null;
        if (tenant != null) {
            claims.claim("tenant", uuid(tenant.toString()).toString());
        }
    }

    private void forOutside(JwtEncodingContext context) {
        // Plain collections: the claims are stored with their types, and others cannot be read.
        var audience = new ArrayList<>(List.of(properties.issuer()));
        var claims = context.getClaims().audience(audience);
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            var id = context.getRegisteredClient().getClientId();
            claims.subject("client:" + id);
            if (context.getAuthorizedScopes().isEmpty()) {
                claims.claim("scope", context.getRegisteredClient().getScopes());
            }
            clients.valid(UUID.fromString(id))
                    .map(client -> client.tenantId())
                    .ifPresent(tenant -> claims.claim("tenant", tenant.toString()));
        } else {
            var name = Objects.requireNonNull(context.<Authentication>getPrincipal()).getName();
            claims.subject("user:" + name);
            users.find(name)
                    .map(User::tenantId)
                    .ifPresent(tenant -> claims.claim("tenant", tenant.toString()));
            claims.claim("scope", new HashSet<>(context.getAuthorizedScopes()));
        }
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(
                            OAuth2ErrorCodes.INVALID_REQUEST, "tenant must be a UUID", null));
        }
    }
}
