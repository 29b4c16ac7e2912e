package io.frontdesk.config.settings;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** All settings; every change leaves a line in the history, in the same transaction. */
@Repository
class Settings {
    private static final RowMapper<Setting> SETTINGS = new SimplePropertyRowMapper<>(Setting.class);
    private static final RowMapper<SettingChange> CHANGES =
            new SimplePropertyRowMapper<>(SettingChange.class);

    private final JdbcClient jdbc;
    private final IdGenerator ids;
    private final Clock clock;

    Settings(JdbcClient jdbc, IdGenerator ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** In order of application, profile and key; an absent filter means all. */
    @Transactional(readOnly = true)
    List<Setting> after(
            SettingName last, @Nullable String application, @Nullable String profile, int limit) {
        return jdbc.sql(
                        """
                        select * from settings
                        where (application, profile, key) > (:a, :p, :k)
                          and application = coalesce(:application, application)
                          and profile = coalesce(:profile, profile)
                        order by application, profile, key limit :limit\
                        """)
                .param("a", last.application())
                .param("p", last.profile())
                .param("k", last.key())
                .param("application", application)
                .param("profile", profile)
                .param("limit", limit)
                .query(SETTINGS)
                .list();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    List<SettingChange> history(String application, String key, int limit) {
        return jdbc.sql(
                        """
                        select * from setting_changes where application = ? and key = ?
                        order by id desc limit ?\
                        """)
                .params(application, key, limit)
                .query(CHANGES)
                .list();
    }

    /** Setting what is set already changes nothing. */
    @Transactional
    Setting set(SettingName name, String value, @Nullable Long expected, String who) {
        lock(name);
        Setting present = find(name).orElse(null);
        expect(expected, present);
        if (present != null && present.value().equals(value)) {
            return present;
        }
        long version = record(name, present == null ? null : present.value(), value, who);
        return jdbc.sql(
                        """
                        insert into settings values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (application, profile, key) do update
                        set value = excluded.value, version = excluded.version,
                            changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        returning *\
                        """)
                .params(name.application(), name.profile(), name.key())
                .params(value, version, who, OffsetDateTime.now(clock))
                .query(SETTINGS)
                .single();
    }

    @Transactional
    void remove(SettingName name, @Nullable Long expected, String who) {
        lock(name);
        Setting present = find(name).orElseThrow(() -> new UnknownSetting(name));
        expect(expected, present);
        record(name, present.value(), null, who);
        jdbc.sql("delete from settings where application = ? and profile = ? and key = ?")
                .params(name.application(), name.profile(), name.key())
                .update();
    }

    /** Two who set the same new key at once have no row yet to wait at. */
    private void lock(SettingName name) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(name.cursor())
                .query((row, number) -> number)
                .single();
    }

    private Optional<Setting> find(SettingName name) {
        return jdbc.sql("select * from settings where application = ? and profile = ? and key = ?")
                .params(name.application(), name.profile(), name.key())
                .query(SETTINGS)
                .optional();
    }

    private static void expect(@Nullable Long expected, @Nullable Setting present) {
        long version = present == null ? 0 : present.version();
        if (expected != null && expected != version) {
            throw new SettingChanged(version);
        }
    }

    private long record(
            SettingName name, @Nullable String before, @Nullable String after, String who) {
        return jdbc.sql(
                        """
                        insert into setting_changes
                        select :id, :application, :profile, :key, :before, :after,
                               coalesce(max(version), 0) + 1, :who, :at
                        from setting_changes
                        where application = :application and profile = :profile and key = :key
                        returning version\
                        """)
                .param("id", ids.generateId())
                .param("application", name.application())
                .param("profile", name.profile())
                .param("key", name.key())
                .param("before", before)
                .param("after", after)
                .param("who", who)
                .param("at", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }
}
