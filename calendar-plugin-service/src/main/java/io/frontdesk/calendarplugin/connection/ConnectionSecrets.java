package io.frontdesk.calendarplugin.connection;

import io.frontdesk.calendarplugin.provider.Consent.Grant;
import io.frontdesk.starter.secrets.SecretBox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Passwords and tokens, each sealed for its tenant, connection and use. */
@Repository
@Transactional
public class ConnectionSecrets {
    private final JdbcClient jdbc;
    private final SecretBox box;

    ConnectionSecrets(JdbcClient jdbc, SecretBox box) {
        this.jdbc = jdbc;
        this.box = box;
    }

    public void keepPassword(Connection connection, String password) {
        jdbc.sql("update connection set sealed_secret = :secret where id = :id")
                .param("secret", seal(connection, "secret", password))
                .param("id", connection.id())
                .update();
    }

    /** Keeps the refresh token that there is where the grant brings none. */
    public void keep(Connection connection, Grant grant) {
        var refresh = grant.refreshToken();
        jdbc.sql(
                        "update connection set sealed_secret = :secret, secret_ends_at = :ends,"
                                + " sealed_refresh = coalesce(:refresh, sealed_refresh) where id = :id")
                .param("secret", seal(connection, "secret", grant.accessToken()))
                .param("ends", grant.expiresAt().atOffset(ZoneOffset.UTC))
                .param("refresh", refresh == null ? null : seal(connection, "refresh", refresh))
                .param("id", connection.id())
                .update();
    }

    public Kept of(Connection connection) {
        return jdbc.sql(
                        "select sealed_secret, sealed_refresh, secret_ends_at from connection"
                                + " where id = :id")
                .param("id", connection.id())
                .query((row, _) -> kept(row, connection))
                .optional()
                .orElseThrow(() -> new ConnectionNotFound(connection.id()));
    }

    public byte[] seal(Connection connection, String use, String plain) {
        return box.seal(plain, context(connection.tenantId(), connection.id(), use));
    }

    public String open(Connection connection, String use, byte[] sealed) {
        return box.open(sealed, context(connection.tenantId(), connection.id(), use));
    }

    private Kept kept(ResultSet row, Connection connection) throws SQLException {
        var secret = row.getBytes("sealed_secret");
        var refresh = row.getBytes("sealed_refresh");
        var ends = row.getObject("secret_ends_at", OffsetDateTime.class);
        return new Kept(
                secret == null ? "" : open(connection, "secret", secret),
                refresh == null ? null : open(connection, "refresh", refresh),
                ends == null ? null : ends.toInstant());
    }

    private static String context(UUID tenantId, UUID connectionId, String use) {
        return tenantId + "/connection/" + connectionId + "/" + use;
    }

    /**
     * What opens a connection.
     *
     * @param endsAt null for one that does not end by itself
     */
    public record Kept(String secret, @Nullable String refreshToken, @Nullable Instant endsAt) {
        @Override
        public String toString() {
            return "Kept[until " + endsAt + "]";
        }
    }
}
