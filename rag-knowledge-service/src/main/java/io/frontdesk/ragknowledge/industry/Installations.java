package io.frontdesk.ragknowledge.industry;

import io.frontdesk.ragknowledge.pack.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The packs that the tenant at hand has installed. */
@Repository
@Transactional
class Installations {

    private final JdbcClient jdbc;
    private final Clock clock;

    Installations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One at a time works on a tenant's installation of a pack, until its transaction ends. */
    void lock(UUID tenant, String name) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 8008))")
                .param("key", tenant + "/" + name)
                .query(_ -> {});
    }

    Optional<Installed> find(String name) {
        return jdbc.sql("select * from industry_installation where name = :name")
                .param("name", name)
                .query(Installations::installed)
                .optional();
    }

    /** The installed versions by pack. */
    Map<String, Version> versions() {
        var versions = new HashMap<String, Version>();
        jdbc.sql("select name, version from industry_installation")
                .query(row -> {
                    versions.put(row.getString("name"), Version.of(row.getString("version")));
                });
        return versions;
    }

    void add(Installed installed) {
        jdbc.sql(
                        """
                        insert into industry_installation (id, name, version, base_id, set_id,
                            installed_at)
                        values (:id, :name, :version, :base, :set, :now)
                        """)
                .param("id", installed.id())
                .param("name", installed.name())
                .param("version", installed.version().toString())
                .param("base", installed.baseId())
                .param("set", installed.setId())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    void upgraded(UUID id, Version version, @Nullable UUID setId) {
        jdbc.sql(
                        "update industry_installation set version = :version, set_id = :set,"
                                + " upgraded_at = :now where id = :id")
                .param("id", id)
                .param("version", version.toString())
                .param("set", setId)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from industry_installation where id = :id").param("id", id).update();
    }

    List<Piece> pieces(UUID installation) {
        return jdbc.sql(
                        "select * from industry_piece where installation_id = :id"
                                + " order by kind, name")
                .param("id", installation)
                .query((row, _) ->
                        new Piece(
                                row.getString("kind"),
                                row.getString("name"),
                                row.getObject("item_id", UUID.class),
                                row.getString("title"),
                                row.getString("content")))
                .list();
    }

    void keep(UUID installation, Piece piece) {
        jdbc.sql(
                        """
                        insert into industry_piece (installation_id, kind, name, item_id, title,
                            content)
                        values (:installation, :kind, :name, :item, :title, :content)
                        on conflict (installation_id, kind, name) do update
                            set item_id = excluded.item_id, title = excluded.title,
                                content = excluded.content
                        """)
                .param("installation", installation)
                .param("kind", piece.kind())
                .param("name", piece.name())
                .param("item", piece.itemId())
                .param("title", piece.title())
                .param("content", piece.content())
                .update();
    }

    void forget(UUID installation, Piece piece) {
        jdbc.sql(
                        "delete from industry_piece where installation_id = :id and kind = :kind"
                                + " and name = :name")
                .param("id", installation)
                .param("kind", piece.kind())
                .param("name", piece.name())
                .update();
    }

    private static Installed installed(ResultSet row, int number) throws SQLException {
        return new Installed(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Version.of(row.getString("version")),
                row.getObject("base_id", UUID.class),
                row.getObject("set_id", UUID.class));
    }

    /**
     * An installed pack.
     *
     * @param setId its evaluation questions; null where it has none
     */
    record Installed(UUID id, String name, Version version, UUID baseId, @Nullable UUID setId) {}

    /** Something that a pack brought, as it brought it. */
    record Piece(String kind, String name, UUID itemId, String title, String content) {
        static final String DOCUMENT = "document";
        static final String FACT = "fact";
    }
}
