package io.frontdesk.payment.book;

import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.fact.FactJson;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
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

    /** Writes those that are not there yet, and returns them. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Fact> add(UUID payment, Collection<Fact> facts) {
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
        var written =
                new HashSet<>(
                        jdbc.sql(
                                        """
                                        insert into payment_fact (id, payment_id, identity, kind,
                                            at, content, recorded_at)
                                        select id, :payment, identity, kind, at, content,
                                            cast(:now as timestamptz)
                                        from json_to_recordset(cast(:rows as json)) as f(
                                            id uuid, identity text, kind text, at timestamptz,
                                            content jsonb)
                                        on conflict (payment_id, identity) do nothing
                                        returning identity
                                        """)
                                .param("payment", payment)
                                .param("now", Timestamp.from(clock.instant()))
                                .param("rows", json.writeValueAsString(rows))
                                .query(String.class)
                                .list());
        return facts.stream().filter(fact -> written.contains(fact.identity())).toList();
    }
}
