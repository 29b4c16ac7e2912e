package io.frontdesk.ragknowledge.fact;

import io.frontdesk.ragknowledge.content.Prose;
import io.frontdesk.ragknowledge.fact.Fact.Kind;
import io.frontdesk.starter.problem.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * The facts of the tenant at hand: its own, and those of installed packs that it has not replaced.
 */
@Repository
@Transactional
public class Facts {

    /** All of them are looked at with every answer. */
    static final int MOST = 2_000;

    private static final String SELECT =
            """
            select f.*, f.pack is null or not exists (
                select from fact own where own.pack is null and own.kind = f.kind
                    and own.subject_key = f.subject_key) as in_force
            from fact f
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final IdGenerator ids;
    private final Clock clock;

    Facts(JdbcClient jdbc, JsonMapper json, IdGenerator ids, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** The facts in force; one of the tenant's own wins over a pack's by kind and subject. */
    public List<Fact> current() {
        return jdbc
                .sql("select * from (" + SELECT + ") f where in_force order by id")
                .query(this::stated)
                .list()
                .stream()
                .map(fact -> new Fact(fact.id(), fact.kind(), fact.subject(), fact.said()))
                .toList();
    }

    /**
     * Adds a fact.
     *
     * @param pack that brings it; null for the tenant's own
     */
    public StatedFact add(NewFact fact, @Nullable String pack) {
        if (pack == null && count() >= MOST) {
            throw new FactRefused("There are %d facts already; delete some.".formatted(MOST));
        }
        var id = ids.generateId();
        try {
            jdbc.sql(
                            """
                            insert into fact (id, kind, subject, subject_key, slot, value, pack,
                                created_at, changed_at)
                            values (:id, :kind, :subject, :key, :slot, :value::jsonb, :pack,
                                :now, :now)
                            """)
                    .param("pack", pack)
                    .params(columns(id, fact))
                    .update();
        } catch (DuplicateKeyException known) {
            throw contradiction(fact);
        }
        return get(id);
    }

    /** Changes a fact; a pack's becomes the tenant's own. */
    StatedFact change(UUID id, NewFact fact) {
        return write(id, fact, "pack = null");
    }

    /** Brings a pack's fact up to date. */
    public void renew(UUID id, NewFact fact) {
        write(id, fact, "pack = pack");
    }

    private StatedFact write(UUID id, NewFact fact, String pack) {
        get(id);
        try {
            jdbc.sql(
                            """
                            update fact set kind = :kind, subject = :subject, subject_key = :key,
                                slot = :slot, value = :value::jsonb, changed_at = :now,
                            """
                                    + pack
                                    + " where id = :id")
                    .params(columns(id, fact))
                    .update();
        } catch (DuplicateKeyException known) {
            throw contradiction(fact);
        }
        return get(id);
    }

    private Map<String, Object> columns(UUID id, NewFact fact) {
        var value = fact.checked();
        return Map.of(
                "id", id,
                "kind", fact.kind().word(),
                "subject", Prose.line(fact.subject()),
                "key", fact.key(),
                "slot", value.slot(),
                "value", json.writeValueAsString(value.wire()),
                "now", OffsetDateTime.now(clock));
    }

    private static FactRefused contradiction(NewFact fact) {
        return new FactRefused(
                "There is a fact of this kind about '%s' already; change that one."
                        .formatted(Prose.line(fact.subject())));
    }

    StatedFact get(UUID id) {
        return find(id).orElseThrow(() -> new FactNotFound(id));
    }

    public Optional<StatedFact> find(UUID id) {
        return jdbc.sql("select * from (" + SELECT + ") f where id = :id")
                .param("id", id)
                .query(this::stated)
                .optional();
    }

    /** Newest first; {@code before} is the last id of the page before. */
    List<StatedFact> list(int limit, @Nullable UUID before) {
        return jdbc.sql(
                        "select * from ("
                                + SELECT
                                + ") f where :before::uuid is null or id < :before::uuid"
                                + " order by id desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query(this::stated)
                .list();
    }

    /** The tenant's own by their ids; {@code after} is the last id of the page before. */
    public List<StatedFact> own(int limit, @Nullable UUID after) {
        return jdbc.sql(
                        "select * from ("
                                + SELECT
                                + ") f where pack is null and (:after::uuid is null or id >"
                                + " :after::uuid) order by id limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query(this::stated)
                .list();
    }

    /** The tenant's own fact that says the same kind of thing about the same. */
    public Optional<StatedFact> ownLike(NewFact fact) {
        return jdbc.sql(
                        "select * from ("
                                + SELECT
                                + ") f where pack is null and kind = :kind and subject_key = :key"
                                + " and slot = :slot")
                .param("kind", fact.kind().word())
                .param("key", fact.key())
                .param("slot", fact.checked().slot())
                .query(this::stated)
                .optional();
    }

    public void delete(UUID id) {
        if (jdbc.sql("delete from fact where id = :id").param("id", id).update() == 0) {
            throw new FactNotFound(id);
        }
    }

    private int count() {
        return jdbc.sql("select count(*) from fact where pack is null")
                .query((row, _) -> row.getInt(1))
                .single();
    }

    private StatedFact stated(ResultSet row, int number) throws SQLException {
        var kind = Kind.of(row.getString("kind"));
        var value = FactValue.of(kind, json.readTree(row.getString("value")));
        return new StatedFact(
                row.getObject("id", UUID.class),
                kind,
                row.getString("subject"),
                value,
                value.said(),
                row.getString("pack"),
                row.getBoolean("in_force"),
                row.getObject("changed_at", OffsetDateTime.class));
    }

    /** The fact contradicts another one, or there are too many. */
    @Problem(
            status = HttpStatus.CONFLICT,
            type = "fact-refused",
            title = "The fact cannot be added")
    public static class FactRefused extends RuntimeException {
        FactRefused(String detail) {
            super(detail);
        }
    }
}
