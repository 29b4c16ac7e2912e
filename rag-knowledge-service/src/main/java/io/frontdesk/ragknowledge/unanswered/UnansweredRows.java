package io.frontdesk.ragknowledge.unanswered;

import io.frontdesk.ragknowledge.unanswered.UnansweredQuestion.Close;
import io.frontdesk.ragknowledge.wording.Asked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Rows of unanswered questions: one for all that are worded the same. */
@Repository
@Transactional
class UnansweredRows {

    static final int MOST = 10_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final IdGenerator ids;
    private final Clock clock;

    UnansweredRows(JdbcClient jdbc, JsonMapper json, IdGenerator ids, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Counts a question in a transaction of its own, so that a failure leaves the caller's alone.
     * One that was answered and is asked without success again is open again.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void count(String question, List<UUID> baseIds, List<Close> closest, String reason) {
        boolean isNew =
                jdbc.sql(
                                """
                                insert into unanswered_question as known (id, question, form, base_ids,
                                    closest, reason, first_asked_at, last_asked_at)
                                values (:id, :question, :form, :bases, :closest::jsonb, :reason,
                                    :now, :now)
                                on conflict (tenant_id, md5(form)) do update set
                                    times = known.times + 1, last_asked_at = excluded.last_asked_at,
                                    base_ids = excluded.base_ids, closest = excluded.closest,
                                    reason = excluded.reason,
                                    status = case known.status when 'answered' then 'open'
                                        else known.status end,
                                    closed_at = case known.status when 'answered' then null
                                        else known.closed_at end
                                returning times = 1
                                """)
                        .param("id", ids.generateId())
                        .param("question", question)
                        .param("form", Asked.of(question).form())
                        .param("bases", baseIds.toArray(UUID[]::new))
                        .param("closest", json.writeValueAsString(closest))
                        .param("reason", reason)
                        .param("now", OffsetDateTime.now(clock))
                        .query((row, _) -> row.getBoolean(1))
                        .single();
        if (isNew) {
            makeRoom(MOST);
        }
    }

    /** Drops what is too much: closed ones first, then those asked least and longest ago. */
    void makeRoom(int most) {
        int rows =
                jdbc.sql("select count(*) from unanswered_question")
                        .query((row, _) -> row.getInt(1))
                        .single();
        if (rows > most) {
            jdbc.sql(
                            """
                            delete from unanswered_question where id in (
                                select id from unanswered_question
                                order by status = 'open', times, last_asked_at limit :excess)
                            """)
                    .param("excess", rows - most)
                    .update();
        }
    }

    /** Those of a status, or all; the cursor is the last id of the page before. */
    List<UnansweredQuestion> list(
            @Nullable String status, boolean mostAsked, int limit, @Nullable UUID cursor) {
        var order =
                mostAsked
                        ? """
                        and (:cursor::uuid is null or (times, id) < (
                            select times, id from unanswered_question where id = :cursor::uuid))
                        order by times desc, id desc
                        """
                        : "and (:cursor::uuid is null or id < :cursor::uuid) order by id desc";
        return jdbc.sql(
                        "select * from unanswered_question"
                                + " where (:status::text is null or status = :status) "
                                + order
                                + " limit :limit")
                .param("status", status)
                .param("cursor", cursor)
                .param("limit", limit)
                .query(this::question)
                .list();
    }

    UnansweredQuestion get(UUID id) {
        return jdbc.sql("select * from unanswered_question where id = :id")
                .param("id", id)
                .query(this::question)
                .optional()
                .orElseThrow(() -> new UnansweredNotFound(id));
    }

    /** Closes an open question; the row stays locked until the transaction at hand ends. */
    void close(UUID id, String status) {
        int closed =
                jdbc.sql(
                                """
                                update unanswered_question
                                set status = :status, closed_at = :now, override_id = null
                                where id = :id and status = 'open'
                                """)
                        .param("status", status)
                        .param("now", OffsetDateTime.now(clock))
                        .param("id", id)
                        .update();
        if (closed == 0) {
            throw new UnansweredClosed(get(id));
        }
    }

    void link(UUID id, UUID override) {
        jdbc.sql("update unanswered_question set override_id = :override where id = :id")
                .param("override", override)
                .param("id", id)
                .update();
    }

    /** Drops what was not asked for so long; returns how many these were. */
    int forget(int days) {
        return jdbc.sql("delete from unanswered_question where last_asked_at < :oldest")
                .param("oldest", OffsetDateTime.now(clock).minusDays(days))
                .update();
    }

    /** Everybody who has such questions; needs to run as the system. */
    List<UUID> tenants() {
        return jdbc.sql("select distinct tenant_id from unanswered_question")
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private UnansweredQuestion question(ResultSet row, int number) throws SQLException {
        return new UnansweredQuestion(
                row.getObject("id", UUID.class),
                row.getString("question"),
                List.of((UUID[]) row.getArray("base_ids").getArray()),
                List.of(json.readValue(row.getString("closest"), Close[].class)),
                row.getString("reason"),
                row.getLong("times"),
                row.getObject("first_asked_at", OffsetDateTime.class),
                row.getObject("last_asked_at", OffsetDateTime.class),
                row.getString("status"),
                row.getObject("closed_at", OffsetDateTime.class),
                row.getObject("override_id", UUID.class));
    }
}
