package io.frontdesk.conversationalpayment.recorded;

import io.frontdesk.starter.money.MoneyColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The payments of the tenant at hand. Facts may come twice and in any order. */
@Repository
@Transactional
public class RecordedPayments {
    private static final int FETCH = 500;
    private static final String ORDER =
            "array['unknown', 'requires_action', 'authorized', 'cancelled', 'failed', 'captured',"
                    + " 'partially_refunded', 'refunded']";
    private static final String FOUND =
            """
            select payment.*, quote.conversation_id, quote.visitor_name, quote.visitor_email
            from recorded_payment payment left join quote on quote.id = payment.quote_id
            where (:status::text is null or payment.status = :status)
                and (:reference::text is null or payment.reference = :reference)
                and (:visitor::text is null or quote.visitor_id = :visitor
                    or lower(quote.visitor_email) = lower(:visitor))
                and (:conversation::text is null or quote.conversation_id = :conversation)
                and payment.first_seen_at >= :from and payment.first_seen_at < :to
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    RecordedPayments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes in what a fact tells that is not known yet. */
    public void record(PaymentFact fact) {
        var failure = fact.failure();
        jdbc.sql(
                        """
                        insert into recorded_payment as known (payment_id, status, amount, captured,
                            refunded, currency, provider, reference, quote_id, link_id,
                            failure_code, failure_message, first_seen_at, captured_at)
                        values (:id, :status, :amount, :captured, :refunded, :currency, :provider,
                            :reference, :quote, :link, :code, :message, :now,
                            case when :captured > 0 then :now::timestamptz end)
                        on conflict (payment_id) do update set
                            status = case
                                when array_position(%1$s, excluded.status)
                                    > array_position(%1$s, known.status)
                                then excluded.status else known.status end,
                            captured = greatest(known.captured, excluded.captured),
                            refunded = greatest(known.refunded, excluded.refunded),
                            failure_code = coalesce(excluded.failure_code, known.failure_code),
                            failure_message =
                                coalesce(excluded.failure_message, known.failure_message),
                            captured_at = coalesce(known.captured_at, excluded.captured_at)
                        """
                                .formatted(ORDER))
                .param("id", fact.paymentId())
                .param("status", fact.status())
                .param("amount", fact.amount().getAmount())
                .param("captured", fact.capturedAmount().getAmount())
                .param("refunded", fact.refundedAmount().getAmount())
                .param("currency", fact.amount().getCurrencyUnit().getCode())
                .param("provider", fact.provider())
                .param("reference", fact.reference())
                .param("quote", fact.quoteId(), java.sql.Types.OTHER)
                .param("link", fact.linkId(), java.sql.Types.OTHER)
                .param("code", failure == null ? null : failure.code())
                .param("message", failure == null ? null : failure.message())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Whether a dispute is open, as the latest of its events tells. */
    public void disputed(UUID id, boolean open, OffsetDateTime told) {
        jdbc.sql(
                        """
                        update recorded_payment set disputed = :open, dispute_told_at = :told
                        where payment_id = :id
                            and (dispute_told_at is null or dispute_told_at < :told)
                        """)
                .param("id", id)
                .param("open", open)
                .param("told", told)
                .update();
    }

    /** Reads a payment and keeps others from refunding it until the transaction ends. */
    public Optional<RecordedPayment> lock(UUID id) {
        jdbc.sql("select 1 from recorded_payment where payment_id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .optional();
        return find(id);
    }

    public Optional<RecordedPayment> find(UUID id) {
        return jdbc.sql(
                        """
                        select payment.*, quote.conversation_id, quote.visitor_name,
                            quote.visitor_email
                        from recorded_payment payment
                            left join quote on quote.id = payment.quote_id
                        where payment.payment_id = :id
                        """)
                .param("id", id)
                .query(RecordedPayments::payment)
                .optional();
    }

    /** By id, newest first; {@code before} is the last id of the page before. */
    public List<RecordedPayment> list(PaymentFilter filter, int limit, @Nullable UUID before) {
        return jdbc.sql(
                        FOUND
                                + " and (:before::uuid is null or payment.payment_id <"
                                + " :before::uuid) order by payment.payment_id desc limit :limit")
                .params(filter.parameters())
                .param("before", before)
                .param("limit", limit)
                .query(RecordedPayments::payment)
                .list();
    }

    /** Hands out all, oldest first, without ever holding more than a few hundred. */
    public void each(PaymentFilter filter, Consumer<RecordedPayment> consumer) {
        jdbc.sql(FOUND + " order by payment.first_seen_at, payment.payment_id")
                .withFetchSize(FETCH)
                .params(filter.parameters())
                .query(row -> {
                    consumer.accept(payment(row, 0));
                });
    }

    static RecordedPayment payment(ResultSet row, int number) throws SQLException {
        return new RecordedPayment(
                row.getObject("payment_id", UUID.class),
                row.getString("status"),
                MoneyColumns.read(row, "amount", "currency"),
                MoneyColumns.read(row, "captured", "currency"),
                MoneyColumns.read(row, "refunded", "currency"),
                row.getString("provider"),
                row.getString("reference"),
                row.getObject("quote_id", UUID.class),
                row.getObject("link_id", UUID.class),
                row.getString("conversation_id"),
                row.getString("visitor_name"),
                row.getString("visitor_email"),
                row.getString("failure_code"),
                row.getBoolean("disputed"),
                row.getObject("first_seen_at", OffsetDateTime.class),
                row.getObject("captured_at", OffsetDateTime.class));
    }
}
