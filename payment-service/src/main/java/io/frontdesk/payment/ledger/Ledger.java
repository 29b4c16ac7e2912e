package io.frontdesk.payment.ledger;

import io.frontdesk.payment.fact.Fact;
import io.frontdesk.starter.money.MoneyColumns;
import io.frontdesk.starter.tenancy.Tenancy;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The books of the tenant. */
@Repository
public class Ledger {
    private final JdbcClient jdbc;
    private final Tenancy tenancy;
    private final IdGenerator ids;
    private final Clock clock;
    private final JsonMapper json;

    Ledger(JdbcClient jdbc, Tenancy tenancy, IdGenerator ids, Clock clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.tenancy = tenancy;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    private record Line(
            UUID transactionId,
            String identity,
            Instant at,
            UUID postingId,
            UUID accountId,
            String kind,
            String amount,
            String currency) {}

    /** Books new facts of a payment, in the transaction that writes the facts themselves. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void book(UUID payment, String provider, boolean live, Collection<Fact> facts) {
        var lines = new ArrayList<Line>();
        for (var fact : facts) {
            var transaction = ids.generateId();
            for (var posting : Posting.of(fact)) {
                lines.add(line(transaction, provider, live, fact, posting));
            }
        }
        if (lines.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        with line as (
                            select * from json_to_recordset(cast(:lines as json)) as l(
                                "transactionId" uuid, identity text, at timestamptz,
                                "postingId" uuid, "accountId" uuid, kind text,
                                amount numeric(19, 4), currency char(3))
                        ), account as (
                            insert into ledger_account (id, provider, live, kind, currency)
                            select distinct "accountId", :provider, :live, kind, currency
                            from line order by 1
                            on conflict do nothing
                        ), entry as (
                            insert into ledger_transaction
                                (id, payment_id, identity, at, booked_at)
                            select distinct "transactionId", :payment, identity, at,
                                cast(:now as timestamptz) from line
                        )
                        insert into ledger_posting
                            (id, transaction_id, account_id, amount, currency)
                        select "postingId", "transactionId", "accountId", amount, currency
                        from line
                        """)
                .param("lines", json.writeValueAsString(lines))
                .param("provider", provider)
                .param("live", live)
                .param("payment", payment)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private Line line(UUID transaction, String provider, boolean live, Fact fact, Posting posting) {
        var kind = posting.account().word();
        var currency = posting.amount().getCurrencyUnit().getCode();
        var name =
                String.join("/", tenancy.require().toString(), provider, "" + live, kind, currency);
        return new Line(
                transaction,
                fact.identity(),
                fact.at(),
                ids.generateId(),
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                kind,
                posting.amount().getAmount().toPlainString(),
                currency);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    List<LedgerEntry> entries(EntryFilter filter, int limit) {
        return jdbc.sql(
                        """
                        select p.*, t.payment_id, t.identity, t.at, t.booked_at,
                               a.kind, a.provider, a.live
                        from ledger_posting p
                        join ledger_transaction t on t.id = p.transaction_id
                        join ledger_account a on a.id = p.account_id
                        where (cast(:payment as uuid) is null or t.payment_id = :payment)
                          and (cast(:account as text) is null or a.kind = :account)
                          and (cast(:from as timestamptz) is null or t.booked_at >= :from)
                          and (cast(:to as timestamptz) is null or t.booked_at < :to)
                          and (cast(:cursor as uuid) is null or p.id < :cursor)
                        order by p.id desc limit :limit
                        """)
                .param("payment", filter.paymentId())
                .param("account", filter.account())
                .param("from", filter.from() == null ? null : Timestamp.from(filter.from()))
                .param("to", filter.to() == null ? null : Timestamp.from(filter.to()))
                .param("cursor", filter.cursor())
                .param("limit", limit)
                .query(LedgerEntry::of)
                .list();
    }

    /** Which entries; an absent filter means all. */
    record EntryFilter(
            @Nullable UUID paymentId,
            @Nullable String account,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable UUID cursor) {}

    /** What all accounts came to at a time, which may be long past. */
    @Transactional(readOnly = true)
    public List<Balance> balances(Instant at) {
        return jdbc.sql(
                        """
                        select a.kind, a.provider, a.live, a.currency, sum(p.amount) as amount
                        from ledger_posting p
                        join ledger_transaction t on t.id = p.transaction_id
                        join ledger_account a on a.id = p.account_id
                        where t.booked_at <= :at
                        group by a.kind, a.provider, a.live, a.currency order by 2, 3, 4, 1
                        """)
                .param("at", Timestamp.from(at))
                .query((row, number) ->
                        new Balance(
                                row.getString("kind"),
                                row.getString("provider"),
                                row.getBoolean("live"),
                                MoneyColumns.read(row, "amount", "currency")))
                .list();
    }

    /** What moved on a provider's balance in a period, fact by fact. */
    @Transactional(readOnly = true)
    public List<Moved> moved(String provider, boolean live, Instant from, Instant to) {
        return jdbc.sql(
                        """
                        select t.payment_id, t.identity, y.provider_reference, p.amount, p.currency
                        from ledger_transaction t
                        join payment y on y.id = t.payment_id
                        join ledger_posting p on p.transaction_id = t.id
                        join ledger_account a on a.id = p.account_id
                        where a.kind = 'provider_balance' and a.provider = :provider
                          and a.live = :live and t.at >= :from and t.at < :to
                        order by t.at, t.id
                        """)
                .param("provider", provider)
                .param("live", live)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, number) ->
                        new Moved(
                                row.getObject("payment_id", UUID.class),
                                row.getString("identity"),
                                row.getString("provider_reference"),
                                MoneyColumns.read(row, "amount", "currency")))
                .list();
    }

    /** A movement on a provider's balance; negative when it left. */
    public record Moved(
            UUID paymentId, String identity, @Nullable String providerReference, Money amount) {}
}
