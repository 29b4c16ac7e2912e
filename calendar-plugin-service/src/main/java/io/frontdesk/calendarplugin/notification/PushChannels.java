package io.frontdesk.calendarplugin.notification;

import io.frontdesk.calendarplugin.connection.Connection;
import io.frontdesk.calendarplugin.connection.ConnectionSecrets;
import io.frontdesk.calendarplugin.provider.Push.Channel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Subscriptions at providers, each with a secret of its own. */
@Repository
@Transactional
class PushChannels {
    private final JdbcClient jdbc;
    private final ConnectionSecrets secrets;

    PushChannels(JdbcClient jdbc, ConnectionSecrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    Optional<Kept> of(Connection connection) {
        return jdbc.sql("select * from push_channel where connection_id = :id")
                .param("id", connection.id())
                .query((row, _) -> kept(row, connection))
                .optional();
    }

    /** The secret is kept before the provider is asked, as it may call before it answers. */
    void begin(Connection connection, String secret) {
        jdbc.sql(
                        """
                        insert into push_channel (connection_id, sealed_secret) values (:id, :secret)
                        on conflict (connection_id) do update set sealed_secret = excluded.sealed_secret,
                            channel_id = null, resource = null, expires_at = null
                        """)
                .param("id", connection.id())
                .param("secret", secrets.seal(connection, "push", secret))
                .update();
    }

    void keep(UUID connectionId, Channel channel) {
        jdbc.sql(
                        "update push_channel set channel_id = :channel, resource = :resource,"
                                + " expires_at = :expires where connection_id = :id")
                .param("channel", channel.id())
                .param("resource", channel.resource())
                .param("expires", channel.expiresAt().atOffset(ZoneOffset.UTC))
                .param("id", connectionId)
                .update();
    }

    void forget(UUID connectionId) {
        jdbc.sql("delete from push_channel where connection_id = :id")
                .param("id", connectionId)
                .update();
    }

    private Kept kept(ResultSet row, Connection connection) throws SQLException {
        var secret = secrets.open(connection, "push", row.getBytes("sealed_secret"));
        var id = row.getString("channel_id");
        var expires = row.getObject("expires_at", OffsetDateTime.class);
        return new Kept(
                secret,
                id == null || expires == null
                        ? null
                        : new Channel(id, row.getString("resource"), expires.toInstant()));
    }

    /** What is kept of a subscription; without a channel where the provider has not answered. */
    record Kept(String secret, @Nullable Channel channel) {}
}
