package io.frontdesk.payment.book;

import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.fact.FactJson;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happened to the tenant's payments; rows are only ever added. */
@Repository
public class PaymentFacts {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final FactJson format;
    private final IdGenerator ids;
    private final Clock clock;

    PaymentFacts(JdbcClient jdbc, JsonMapper json, FactJson format, IdGenerator ids, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.format = format;
        this.ids = ids;
        this.clock = clock;
    }

    private record Row(UUID id, String identity, String kind, String at, JsonNode content) {}

    /** All of a payment, as they were recorded. */
    @Transactional(readOnly = true)
    public List<Fact> of(UUID payment) {
        return jdbc.sql("select kind, content from payment_fact where payment_id = ? order by id")
                .param(payment)
                .query((row, number) ->
                        format.read(row.getString("kind"), row.getString("content")))
                .list();
    }

    /** What is recorded of these payments, each as payment, account and identity. */
    @Transactional(readOnly = true)
    public Set<String> known(Collection<UUID> payments) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select concat_ws('/', p.id, p.account_id, f.identity)
                                from payment_fact f join payment p on p.id = f.payment_id
                                where p.id in (:ids)
                                """)
                        .param("ids", payments)
                        .query(String.class)
                        .list());
    }

    /**
     * All facts of a payment once more were told.
     *
     * @param fresh those that were not there before
     * @param all these and the earlier ones, as they were recorded
     */
    record Recorded(List<Fact> fresh, List<Fact> all) {}

    /** Writes those that are not there yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    Recorded add(UUID payment, Collection<Fact> facts) {
        var rows =
                facts.stream()
                        .map(fact ->
                                new Row(
                                        ids.generateId(),
                                        fact.identity(),
                                        format.kind(fact),
                                        fact.at().toString(),
                                        format.content(fact)))
                        .toList();
        var written = new HashSet<String>();
        // A statement does not see what it inserts: the earlier rows and the new ones are all.
        var all =
                jdbc.sql(
                                """
                                with fresh as (
                                    insert into payment_fact (id, payment_id, identity, kind,
                                        at, content, recorded_at)
                                    select id, :payment, identity, kind, at, content,
                                        cast(:now as timestamptz)
                                    from json_to_recordset(cast(:rows as json)) as f(
                                        id uuid, identity text, kind text, at timestamptz,
                                        content jsonb)
                                    on conflict (payment_id, identity) do nothing
                                    returning id, identity, kind, content
                                )
                                select id, null as identity, kind, content from payment_fact
                                where payment_id = :payment
                                union all
                                select id, identity, kind, content from fresh order by id
                                """)
                        .param("payment", payment)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("rows", json.writeValueAsString(rows))
                        .query((row, number) -> {
                            if (row.getString("identity") != null) {
                                written.add(row.getString("identity"));
                            }
                            return format.read(row.getString("kind"), row.getString("content"));
                        })
                        .list();
        var fresh = facts.stream().filter(fact -> written.contains(fact.identity())).toList();
        return new Recorded(fresh, all);
    }
}
