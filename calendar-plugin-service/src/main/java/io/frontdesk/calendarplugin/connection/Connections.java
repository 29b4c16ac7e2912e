package io.frontdesk.calendarplugin.connection;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The connections of the tenant at hand. */
@Repository
@Transactional
public class Connections {
    private final JdbcClient jdbc;
    private final Clock clock;

    Connections(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void add(Connection connection) {
        var server = connection.server();
        jdbc.sql(
                        """
                        insert into connection (id, provider, resource_id, time_zone, calendar_id, server,
                            username, direction, store_titles, foreign_changes, state, created_at)
                        values (:id, :provider, :resource, :zone, :calendar, :server, :username, :direction,
                            :titles, :changes, :state, :now)
                        """)
                .param("id", connection.id())
                .param("provider", connection.provider())
                .param("resource", connection.resourceId())
                .param("zone", connection.timeZone().getId())
                .param("calendar", connection.calendarId())
                .param("server", server == null ? null : server.toString())
                .param("username", connection.username())
                .param("direction", word(connection.direction()))
                .param("titles", connection.storeTitles())
                .param("changes", word(connection.foreignChanges()))
                .param("state", word(connection.state()))
                .param("now", at(clock.instant()))
                .update();
    }

    public Connection get(UUID id) {
        return find(id).orElseThrow(() -> new ConnectionNotFound(id));
    }

    public Optional<Connection> find(UUID id) {
        return jdbc.sql("select * from connection where id = :id")
                .param("id", id)
                .query(Connections::connection)
                .optional();
    }

    public List<Connection> list(int limit, @Nullable UUID before) {
        return jdbc.sql(
                        "select * from connection where :before::uuid is null or id <"
                                + " :before::uuid order by id desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query(Connections::connection)
                .list();
    }

    public List<Connection> ofResources(Collection<UUID> resources) {
        return jdbc.sql(
                        "select * from connection where resource_id = any(:resources) and state <>"
                                + " 'awaiting_consent' order by id")
                .param("resources", resources.toArray(UUID[]::new))
                .query(Connections::connection)
                .list();
    }

    public void choose(
            UUID id,
            @Nullable String calendar,
            Direction direction,
            boolean titles,
            ForeignChanges changes) {
        jdbc.sql(
                        """
                        update connection set direction = :direction, store_titles = :titles,
                            foreign_changes = :changes, calendar_id = :calendar, sync_token = null,
                            version = version + 1
                        where id = :id
                        """)
                .param("direction", word(direction))
                .param("titles", titles)
                .param("changes", word(changes))
                .param("calendar", calendar)
                .param("id", id)
                .update();
    }

    public void state(UUID id, ConnectionState state, @Nullable String error) {
        jdbc.sql("update connection set state = :state, error = :error where id = :id")
                .param("state", word(state))
                .param("error", error)
                .param("id", id)
                .update();
    }

    public void announced(UUID id, String announced) {
        jdbc.sql("update connection set announced = :announced where id = :id")
                .param("announced", announced)
                .param("id", id)
                .update();
    }

    /** Keeps how a sync ended that went through; no token where settings changed meanwhile. */
    public void synced(
            Connection connection,
            @Nullable String token,
            Reading reading,
            List<String> problems,
            Instant fresh) {
        jdbc.sql(
                        """
                        update connection set window_to = :windowTo, served = :wants,
                            sync_token = case when version = :version then :token end,
                            window_read_at = coalesce(:readAt, window_read_at), last_sync = :now,
                            fresh_until = :fresh, not_before = null, error = null, problems = :problems
                        where id = :id
                        """)
                .param("token", token)
                .param("windowTo", at(reading.windowTo()))
                .param("readAt", reading.everything() ? at(clock.instant()) : null)
                .param("now", at(clock.instant()))
                .param("fresh", at(fresh))
                .param("problems", problems.toArray(String[]::new))
                .param("version", connection.version())
                .param("wants", connection.wants())
                .param("id", connection.id())
                .update();
    }

    public void failed(UUID id, String error, @Nullable Duration pause) {
        jdbc.sql("update connection set error = :error, not_before = :notBefore where id = :id")
                .param("error", error)
                .param("notBefore", pause == null ? null : at(clock.instant().plus(pause)))
                .param("id", id)
                .update();
    }

    public void forgetToken(UUID id) {
        jdbc.sql(
                        "update connection set sync_token = null, window_read_at = null,"
                                + " version = version + 1 where id = :id")
                .param("id", id)
                .update();
    }

    long want(UUID id) {
        return jdbc.sql("update connection set wants = wants + 1 where id = :id returning wants")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    /** Takes the connection for one sync at a time; a lease outlives its holder's death. */
    public boolean lease(UUID id, UUID holder, Duration length) {
        return jdbc.sql(
                                """
                                update connection set lease_until = :until, lease_holder = :holder
                                where id = :id and (lease_until is null or lease_until < :now)
                                """)
                        .param("until", at(clock.instant().plus(length)))
                        .param("now", at(clock.instant()))
                        .param("holder", holder)
                        .param("id", id)
                        .update()
                == 1;
    }

    public void release(UUID id, UUID holder) {
        jdbc.sql(
                        "update connection set lease_until = null, lease_holder = null where id ="
                                + " :id and lease_holder = :holder")
                .param("id", id)
                .param("holder", holder)
                .update();
    }

    public void remove(UUID id) {
        jdbc.sql("delete from connection where id = :id").param("id", id).update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Connection connection(ResultSet row, int number) throws SQLException {
        var server = row.getString("server");
        return new Connection(
                row.getObject("id", UUID.class),
                row.getObject("tenant_id", UUID.class),
                row.getString("provider"),
                row.getObject("resource_id", UUID.class),
                ZoneId.of(row.getString("time_zone")),
                row.getString("calendar_id"),
                server == null ? null : URI.create(server),
                row.getString("username"),
                Direction.valueOf(row.getString("direction").toUpperCase(Locale.ROOT)),
                row.getBoolean("store_titles"),
                ForeignChanges.valueOf(row.getString("foreign_changes").toUpperCase(Locale.ROOT)),
                ConnectionState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("error"),
                List.of((String[]) row.getArray("problems").getArray()),
                row.getString("sync_token"),
                instant(row, "window_to"),
                instant(row, "window_read_at"),
                instant(row, "last_sync"),
                instant(row, "fresh_until"),
                instant(row, "not_before"),
                row.getLong("wants"),
                row.getLong("served"),
                row.getLong("version"),
                row.getString("announced"));
    }

    /** How far a reading went, and whether it was the whole window, not only what changed. */
    public record Reading(Instant windowTo, boolean everything) {}
}
