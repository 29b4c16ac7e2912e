package io.frontdesk.gateway.credential;

import com.nimbusds.jwt.SignedJWT;
import io.frontdesk.gateway.access.Caller;
import io.frontdesk.gateway.access.Role;
import io.frontdesk.gateway.oauth.OAuthProperties;
import io.frontdesk.gateway.oauthclient.OAuthClient;
import io.frontdesk.gateway.oauthclient.OAuthClients;
import io.frontdesk.gateway.user.User;
import io.frontdesk.gateway.user.Users;
import java.text.ParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/**
 * OAuth access tokens. Who it is comes from the token, what they may do from the database, so that
 * a blocked user or client is refused although the token has not ended.
 */
@Component
class TokenCredentials {
    private static final String USER = "user:";
    private static final String CLIENT = "client:";

    private final JwtDecoder own;
    private final OAuthProperties properties;
    private final TrustedIssuers trusted;
    private final Users users;
    private final OAuthClients clients;

    TokenCredentials(
            JwtDecoder own,
            OAuthProperties properties,
            TrustedIssuers trusted,
            Users users,
            OAuthClients clients) {
        this.own = own;
        this.properties = properties;
        this.trusted = trusted;
        this.users = users;
        this.clients = clients;
    }

    Credential read(String token) {
        String issuer;
        try {
            issuer = SignedJWT.parse(token).getJWTClaimsSet().getIssuer();
        } catch (ParseException e) {
            return Credential.Refused.unknown("malformed-token");
        }
        // An internal token names another issuer, so one that leaked opens nothing here.
        if (!properties.issuer().equals(issuer)) {
            return trusted.read(String.valueOf(issuer), token);
        }
        try {
            Jwt jwt = own.decode(token);
            List<String> audience = Objects.requireNonNullElse(jwt.getAudience(), List.of());
            return audience.contains(properties.issuer())
                    ? read(jwt)
                    : Credential.Refused.unknown("wrong-audience");
        } catch (JwtException e) {
            return Credential.Refused.unknown("invalid-token");
        }
    }

    private Credential read(Jwt jwt) {
        String subject = String.valueOf(jwt.getSubject());
        if (subject.startsWith(USER)) {
            return users.find(subject.substring(USER.length()))
                    .filter(User::enabled)
                    .<Credential>map(user -> valid(jwt, user))
                    .orElseGet(() -> new Credential.Refused("blocked-user", subject, null));
        }
        return client(subject)
                .<Credential>map(client -> valid(jwt, client))
                .orElseGet(() -> new Credential.Refused("revoked-client", subject, null));
    }

    private Optional<OAuthClient> client(String subject) {
        try {
            return subject.startsWith(CLIENT)
                    ? clients.valid(UUID.fromString(subject.substring(CLIENT.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Credential valid(Jwt jwt, User user) {
        Set<String> possible = Role.scopes(user.roles());
        Set<String> asked = common(scopes(jwt), possible);
        // One who only signed in asked for no part of what the roles allow, so gets all of it.
        Set<String> scopes = asked.isEmpty() ? possible : asked;
        String subject = USER + user.username();
        return new Credential.Valid(
                Caller.of(subject, credential(jwt), user.tenantId(), user.roles(), scopes),
                jwt.getExpiresAt());
    }

    private static Credential valid(Jwt jwt, OAuthClient client) {
        Set<String> scopes = common(scopes(jwt), client.scopes());
        String subject = CLIENT + client.id();
        return new Credential.Valid(
                Caller.of(subject, subject, client.tenantId(), client.roles(), scopes),
                jwt.getExpiresAt());
    }

    private static String credential(Jwt jwt) {
        return "token:" + jwt.getId();
    }

    private static Set<String> scopes(Jwt jwt) {
        Object claim = jwt.getClaims().get("scope");
        return claim instanceof String words
                ? Set.of(words.split(" "))
                : new HashSet<>(
                        Objects.requireNonNullElse(jwt.getClaimAsStringList("scope"), List.of()));
    }

    private static Set<String> common(Set<String> some, Set<String> others) {
        Set<String> common = new HashSet<>(some);
        common.retainAll(others);
        return common;
    }
}
