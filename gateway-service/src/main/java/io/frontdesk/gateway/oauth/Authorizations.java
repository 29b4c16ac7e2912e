package io.frontdesk.gateway.oauth;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/**
 * Keeps the authorizations of people. Those of clients are over with their short-lived tokens, and
 * services ask for one every minute: they are not stored.
 */
@Component
class Authorizations implements OAuth2AuthorizationService {
    private final JdbcOperations jdbc;
    private final Clock clock;
    private final OAuth2AuthorizationService stored;

    Authorizations(JdbcOperations jdbc, Clients clients, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.stored = new JdbcOAuth2AuthorizationService(jdbc, clients);
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        var grant = authorization.getAuthorizationGrantType();
        if (!AuthorizationGrantType.CLIENT_CREDENTIALS.equals(grant)) {
            stored.save(authorization);
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        stored.remove(authorization);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return stored.findById(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(
            String token, @Nullable OAuth2TokenType tokenType) {
        return stored.findByToken(token, tokenType);
    }

    @Scheduled(fixedDelayString = "1h", initialDelayString = "2m")
    void forget() {
        var yesterday = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
        jdbc.update(
                """
                delete from oauth2_authorization
                where coalesce(access_token_expires_at, authorization_code_expires_at) < ?
                """,
                yesterday);
    }
}
