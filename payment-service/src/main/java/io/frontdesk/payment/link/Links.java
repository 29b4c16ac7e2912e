package io.frontdesk.payment.link;

import io.frontdesk.payment.account.TenantAccount;
import io.frontdesk.payment.desk.LinkDesk.HostedPage;
import io.frontdesk.payment.desk.LinkDesk.LinkOrder;
import io.frontdesk.payment.request.RequestHash;
import io.frontdesk.starter.money.MoneyColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The links of the tenant. */
@Repository
class Links {
    private static final String ALL =
            """
            select l.*, p.id as payment_id,
                   coalesce(p.status not in ('unknown', 'failed', 'cancelled', 'requires_action'),
                       false) as paid
            from payment_link l left join payment p on p.id = l.id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Links(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * That a link is wanted.
     *
     * @param check when to end it, should nobody come back from having its page made
     */
    record Intent(UUID id, String key, String hash, boolean manual, Instant check) {}

    /** Writes down that a link is about to be made; false where the key is taken. */
    @Transactional
    boolean insert(TenantAccount account, LinkRequest request, Intent intent) {
        var expires = request.expiresAt();
        return jdbc.sql(
                                """
                                insert into payment_link (id, account_id, amount, currency,
                                    description, reference, metadata, quote_id, manual_capture,
                                    expires_at, created_at, return_url, idempotency_key,
                                    request_hash, close_at)
                                values (:id, :account, :amount, :currency, :description,
                                    :reference, cast(:metadata as jsonb), :quote, :manual,
                                    :expires, :now, :returnUrl, :key, :hash, :check)
                                on conflict (tenant_id, idempotency_key) do nothing
                                """)
                        .param("id", intent.id())
                        .param("account", account.id())
                        .param("amount", request.amount().getAmount())
                        .param("currency", request.amount().getCurrencyUnit().getCode())
                        .param("description", request.description())
                        .param("reference", request.reference())
                        .param(
                                "metadata",
                                json.writeValueAsString(
                                        Objects.requireNonNullElse(request.metadata(), Map.of())))
                        .param("quote", request.quoteId())
                        .param("manual", intent.manual())
                        .param("expires", expires == null ? null : Timestamp.from(expires))
                        .param("now", Timestamp.from(clock.instant()))
                        .param("returnUrl", request.returnUrl())
                        .param("key", intent.key())
                        .param("hash", intent.hash())
                        .param("check", Timestamp.from(intent.check()))
                        .update()
                == 1;
    }

    /** The link that a key made, which must have asked for the same. */
    @Transactional(readOnly = true)
    Optional<UUID> withKey(String key, String hash) {
        return jdbc.sql("select id, request_hash from payment_link where idempotency_key = ?")
                .param(key)
                .query((row, number) -> {
                    RequestHash.same(row.getString("request_hash"), hash);
                    return row.getObject("id", UUID.class);
                })
                .optional();
    }

    /** Writes where the page is; a link that was ended meanwhile is still to be closed. */
    @Transactional
    void opened(UUID id, HostedPage page) {
        jdbc.sql(
                        """
                        update payment_link set link_reference = ?, url = ?, checks = 0,
                            close_at = case when deactivated then close_at else expires_at end
                        where id = ? and link_reference is null
                        """)
                .params(page.linkReference(), page.url().toString(), id)
                .update();
    }

    /** Removes a link whose page was never made; false where it was. */
    @Transactional
    boolean forget(UUID id) {
        return jdbc.sql("delete from payment_link where id = ? and link_reference is null")
                        .param(id)
                        .update()
                == 1;
    }

    @Transactional
    void deactivated(UUID id) {
        jdbc.sql("update payment_link set deactivated = true where id = ?").param(id).update();
    }

    /** Whether no money was taken, and none is on its way. */
    @Transactional(readOnly = true)
    boolean tookNothing(UUID id) {
        return jdbc.sql(
                        """
                        select not exists (select from payment
                            where id = ? and status not in ('failed', 'cancelled'))
                        """)
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /**
     * Where a link's page is.
     *
     * @param order what the provider is asked for
     * @param reference the provider's own; null while nobody knows whether there is a page
     * @param closed whether nobody can pay there any more
     * @param checks how often it was tried to close it
     */
    record Place(
            UUID id,
            UUID accountId,
            LinkOrder order,
            @Nullable String reference,
            boolean closed,
            int checks,
            Instant createdAt) {}

    @Transactional(readOnly = true)
    Place place(UUID id) {
        return find(id).orElseThrow(() -> new UnknownLink(id));
    }

    @Transactional(readOnly = true)
    Optional<Place> find(UUID id) {
        return jdbc.sql("select * from payment_link where id = ?")
                .param(id)
                .query(Links::place)
                .optional();
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var expires = row.getTimestamp("expires_at");
        var order =
                new LinkOrder(
                        id.toString(),
                        id,
                        MoneyColumns.read(row, "amount", "currency"),
                        row.getString("description"),
                        row.getBoolean("manual_capture"),
                        expires == null ? null : expires.toInstant(),
                        row.getString("return_url"));
        return new Place(
                id,
                row.getObject("account_id", UUID.class),
                order,
                row.getString("link_reference"),
                row.getTimestamp("closed_at") != null,
                row.getInt("checks"),
                row.getTimestamp("created_at").toInstant());
    }

    @Transactional(readOnly = true)
    PaymentLink get(UUID id) {
        return jdbc.sql(ALL + "where l.id = ?")
                .param(id)
                .query((row, number) -> PaymentLink.of(row, clock.instant()))
                .optional()
                .orElseThrow(() -> new UnknownLink(id));
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    List<PaymentLink> list(@Nullable UUID cursor, int limit) {
        return jdbc.sql(
                        ALL
                                + """
                                where l.url is not null
                                  and (cast(:cursor as uuid) is null or l.id < :cursor)
                                order by l.id desc limit :limit
                                """)
                .param("cursor", cursor)
                .param("limit", limit)
                .query((row, number) -> PaymentLink.of(row, clock.instant()))
                .list();
    }
}
