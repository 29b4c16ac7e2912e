package io.frontdesk.payment.link;

import io.frontdesk.payment.account.TenantAccount;
import io.frontdesk.payment.desk.LinkDesk.HostedPage;
import java.sql.Timestamp;
import java.time.Clock;
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

    @Transactional
    void insert(UUID id, TenantAccount account, LinkRequest request, boolean manual) {
        var expires = request.expiresAt();
        jdbc.sql(
                        """
                        insert into payment_link (id, account_id, amount, currency, description,
                            reference, metadata, quote_id, manual_capture, expires_at, created_at)
                        values (:id, :account, :amount, :currency, :description, :reference,
                            cast(:metadata as jsonb), :quote, :manual, :expires, :now)
                        """)
                .param("id", id)
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
                .param("manual", manual)
                .param("expires", expires == null ? null : Timestamp.from(expires))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    @Transactional
    void opened(UUID id, HostedPage page) {
        jdbc.sql("update payment_link set link_reference = ?, url = ? where id = ?")
                .params(page.linkReference(), page.url().toString(), id)
                .update();
    }

    @Transactional
    void deactivated(UUID id) {
        jdbc.sql("update payment_link set deactivated = true where id = ?").param(id).update();
    }

    /** Where a link's page is: the account and the provider's own reference. */
    record Place(UUID accountId, @Nullable String reference) {}

    @Transactional(readOnly = true)
    Place place(UUID id) {
        return jdbc.sql("select account_id, link_reference from payment_link where id = ?")
                .param(id)
                .query((row, number) -> new Place(row.getObject(1, UUID.class), row.getString(2)))
                .optional()
                .orElseThrow(() -> new UnknownLink(id));
    }

    @Transactional(readOnly = true)
    PaymentLink get(UUID id) {
        return find(id).orElseThrow(() -> new UnknownLink(id));
    }

    private Optional<PaymentLink> find(UUID id) {
        return jdbc.sql(ALL + "where l.id = ?")
                .param(id)
                .query((row, number) -> PaymentLink.of(row, clock.instant()))
                .optional();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    List<PaymentLink> list(@Nullable UUID cursor, int limit) {
        return jdbc.sql(
                        ALL
                                + """
                                where cast(:cursor as uuid) is null or l.id < :cursor
                                order by l.id desc limit :limit
                                """)
                .param("cursor", cursor)
                .param("limit", limit)
                .query((row, number) -> PaymentLink.of(row, clock.instant()))
                .list();
    }
}
