package io.frontdesk.calendarplugin.consent;

import io.frontdesk.calendarplugin.connection.Connection;
import io.frontdesk.calendarplugin.connection.ConnectionSecrets;
import io.frontdesk.calendarplugin.provider.Consent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Consents that were asked for; each state is good once, for one tenant and connection. */
@Repository
@Transactional
public class ConsentRequests {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final ConnectionSecrets secrets;
    private final ConsentProperties properties;
    private final Clock clock;

    ConsentRequests(
            JdbcClient jdbc, ConnectionSecrets secrets, ConsentProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.properties = properties;
        this.clock = clock;
    }

    /** Where the owner's browser is to go. */
    public URI ask(Connection connection, Consent consent) {
        var state = random();
        var verifier = random();
        jdbc.sql(
                        """
                        insert into consent_request (state_hash, connection_id, provider, sealed_verifier, expires_at)
                        values (:state, :connection, :provider, :verifier, :expires)
                        """)
                .param("state", hash(state))
                .param("connection", connection.id())
                .param("provider", connection.provider())
                .param("verifier", secrets.seal(connection, "verifier", verifier))
                .param("expires", OffsetDateTime.now(clock).plus(properties.timeout()))
                .update();
        var challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(hash(verifier));
        return consent.address(state, challenge, properties.callback(connection.provider()));
    }

    /** Takes a state, across tenants: the browser brings nothing else. It is gone then. */
    Optional<Asked> take(String provider, String state) {
        return jdbc.sql(
                        """
                        delete from consent_request where state_hash = :state and provider = :provider
                        returning tenant_id, connection_id, sealed_verifier, expires_at > :now as live
                        """)
                .param("state", hash(state))
                .param("provider", provider)
                .param("now", OffsetDateTime.now(clock))
                .query((row, _) ->
                        new Asked(
                                row.getObject("tenant_id", UUID.class),
                                row.getObject("connection_id", UUID.class),
                                Base64.getEncoder().encodeToString(row.getBytes("sealed_verifier")),
                                row.getBoolean("live")))
                .optional();
    }

    String verifier(Connection connection, Asked asked) {
        return secrets.open(
                connection, "verifier", Base64.getDecoder().decode(asked.sealedVerifier()));
    }

    /** Answers how many nobody came back for. */
    public int sweep() {
        return jdbc.sql("delete from consent_request where expires_at < :now")
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    /** What a state stood for. */
    record Asked(UUID tenantId, UUID connectionId, String sealedVerifier, boolean live) {}
}
