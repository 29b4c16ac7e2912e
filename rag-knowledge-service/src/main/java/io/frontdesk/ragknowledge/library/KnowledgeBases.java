package io.frontdesk.ragknowledge.library;

import io.frontdesk.ragknowledge.platform.Grants;
import io.frontdesk.ragknowledge.platform.Platform;
import io.frontdesk.starter.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The knowledge bases of the tenant at hand, and those of the platform's that it may read. */
@Repository
@Transactional
public class KnowledgeBases {

    private final JdbcClient jdbc;
    private final Grants grants;
    private final Tenancy tenancy;
    private final Clock clock;

    KnowledgeBases(JdbcClient jdbc, Grants grants, Tenancy tenancy, Clock clock) {
        this.jdbc = jdbc;
        this.grants = grants;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    public void add(UUID id, NewShelf base) {
        jdbc.sql(
                        "insert into knowledge_base (id, name, description, industry, created_at)"
                                + " values (:id, :name, :description, :industry, :now)")
                .param("id", id)
                .param("name", base.name())
                .param("description", base.description())
                .param("industry", base.industry())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** A base of the tenant's, or one that is shared with it. */
    public Shelf get(UUID id) {
        var own =
                jdbc.sql("select * from knowledge_base where id = :id")
                        .param("id", id)
                        .query(KnowledgeBases::shelf)
                        .optional();
        var granted = grants.current().stream().filter(id::equals).toList();
        return own.or(() -> granted(granted, 1, null).stream().findAny())
                .orElseThrow(() -> new KnowledgeBaseNotFound(id));
    }

    /**
     * The tenant's bases and those shared with it, newest first; {@code before} is the last id of
     * the page before.
     */
    public List<Shelf> list(int limit, @Nullable UUID before) {
        var all =
                new ArrayList<>(
                        jdbc.sql(
                                        "select * from knowledge_base where :before::uuid is null"
                                                + " or id < :before::uuid order by id desc limit"
                                                + " :limit")
                                .param("before", before)
                                .param("limit", limit)
                                .query(KnowledgeBases::shelf)
                                .list());
        all.addAll(granted(grants.current(), limit, before));
        // As text, for PostgreSQL compares the bytes of ids without a sign.
        all.sort(Comparator.comparing((Shelf base) -> base.id().toString()).reversed());
        return all.stream().limit(limit).toList();
    }

    /** Deletes an empty base of the tenant's. */
    public void delete(UUID id) {
        require(id);
        jdbc.sql("delete from knowledge_base where id = :id").param("id", id).update();
    }

    /** The given bases, or all that the tenant may search when none is given. */
    public List<UUID> choose(@Nullable List<UUID> ids) {
        return choice(ids).all();
    }

    /**
     * The given bases, or all that the tenant may search when none is given, by whose they are.
     *
     * @throws KnowledgeBaseNotFound when one is neither the tenant's nor shared with it
     */
    public ChosenBases choice(@Nullable List<UUID> ids) {
        var all = searchable();
        if (ids == null || ids.isEmpty()) {
            return all;
        }
        var known = new HashSet<>(all.all());
        ids.stream()
                .filter(id -> !known.contains(id))
                .findFirst()
                .ifPresent(id -> {
                    throw new KnowledgeBaseNotFound(id);
                });
        return only(all, ids);
    }

    /** Those of the given bases that the tenant may still search. */
    public ChosenBases remaining(Collection<UUID> ids) {
        return only(searchable(), ids);
    }

    /**
     * Insists that the base is the tenant's own.
     *
     * @throws KnowledgeBaseNotFound when it is not
     */
    public void require(UUID id) {
        var found =
                jdbc.sql("select id from knowledge_base where id = :id")
                        .param("id", id)
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .optional();
        if (found.isEmpty()) {
            throw new KnowledgeBaseNotFound(id);
        }
    }

    private ChosenBases searchable() {
        var own = new ArrayList<UUID>();
        var packs = new ArrayList<UUID>();
        jdbc.sql("select id, origin from knowledge_base order by id")
                .query(row -> {
                    var into = row.getString("origin").equals("pack") ? packs : own;
                    into.add(row.getObject("id", UUID.class));
                });
        return new ChosenBases(own, packs, grants.current());
    }

    private static ChosenBases only(ChosenBases all, Collection<UUID> ids) {
        var wanted = new HashSet<>(ids);
        return new ChosenBases(
                all.own().stream().filter(wanted::contains).toList(),
                all.packs().stream().filter(wanted::contains).toList(),
                all.shared().stream().filter(wanted::contains).toList());
    }

    private List<Shelf> granted(List<UUID> bases, int limit, @Nullable UUID before) {
        if (bases.isEmpty()) {
            return List.of();
        }
        return tenancy.as(
                Platform.TENANT,
                () ->
                        jdbc
                                .sql(
                                        """
                                        select * from knowledge_base
                                        where id in (:granted)
                                            and (:before::uuid is null or id < :before::uuid)
                                        order by id desc limit :limit
                                        """)
                                .param("granted", bases)
                                .param("before", before)
                                .param("limit", limit)
                                .query(KnowledgeBases::shelf)
                                .list()
                                .stream()
                                .map(Shelf::lent)
                                .toList());
    }

    /** Adds a base that an industry pack brings. */
    public void addOfPack(UUID id, String name, String description, String industry) {
        add(id, new NewShelf(name, description, industry));
        origin(id, "pack");
    }

    public boolean exists(UUID id) {
        return jdbc.sql("select exists (select from knowledge_base where id = :id)")
                .param("id", id)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /**
     * Removes a pack's base, or makes it the tenant's own if a document stands there: then false.
     */
    public boolean removeOfPack(UUID id) {
        int removed =
                jdbc.sql(
                                "delete from knowledge_base where id = :id and not exists"
                                        + " (select from document where base_id = :id)")
                        .param("id", id)
                        .update();
        origin(id, "own");
        return removed == 1;
    }

    private void origin(UUID id, String origin) {
        jdbc.sql("update knowledge_base set origin = :origin where id = :id")
                .param("origin", origin)
                .param("id", id)
                .update();
    }

    private static Shelf shelf(ResultSet row, int number) throws SQLException {
        return new Shelf(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                row.getString("industry"),
                false,
                row.getObject("created_at", OffsetDateTime.class));
    }
}
