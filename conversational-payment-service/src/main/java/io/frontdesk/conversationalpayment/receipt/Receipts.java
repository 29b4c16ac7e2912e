package io.frontdesk.conversationalpayment.receipt;

import io.frontdesk.conversationalpayment.receiptdocument.ReceiptContent;
import io.frontdesk.starter.money.MoneyColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The receipts of the tenant at hand, and their numbers. */
@Repository
@Transactional
class Receipts {
    static final String RECEIPT = "receipt";
    static final String CREDIT_NOTE = "credit_note";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Receipts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * The next number. The row stays locked until the transaction ends, and a rollback gives the
     * number back: there are no gaps.
     */
    String nextNumber(String kind, int year) {
        var number =
                jdbc.sql(
                                """
                                insert into receipt_sequence as sequence (kind, year, last)
                                values (:kind, :year, 1)
                                on conflict (tenant_id, kind, year)
                                    do update set last = sequence.last + 1
                                returning last
                                """)
                        .param("kind", kind)
                        .param("year", year)
                        .query(Integer.class)
                        .single();
        return (kind.equals(CREDIT_NOTE) ? "CN-" : "") + "%d-%06d".formatted(year, number);
    }

    void add(Receipt receipt) {
        jdbc.sql(
                        """
                        insert into receipt (id, kind, number, payment_id, quote_id, amount,
                            currency, content, issued_at)
                        values (:id, :kind, :number, :payment, :quote, :amount, :currency,
                            :content::jsonb, :now)
                        """)
                .param("id", receipt.id())
                .param("kind", receipt.kind())
                .param("number", receipt.number())
                .param("payment", receipt.paymentId())
                .param("quote", receipt.quoteId(), java.sql.Types.OTHER)
                .param("amount", receipt.amount().getAmount())
                .param("currency", receipt.amount().getCurrencyUnit().getCode())
                .param("content", json.writeValueAsString(receipt.content()))
                .param("now", receipt.issuedAt())
                .update();
    }

    List<Receipt> of(UUID payment) {
        return jdbc.sql("select * from receipt where payment_id = :payment order by id")
                .param("payment", payment)
                .query((row, _) -> receipt(row))
                .list();
    }

    Receipt get(UUID id) {
        return jdbc.sql("select * from receipt where id = :id")
                .param("id", id)
                .query((row, _) -> receipt(row))
                .optional()
                .orElseThrow(() -> new ReceiptNotFound(id));
    }

    /** Newest first; {@code before} is the last id of the page before. */
    List<Receipt> list(@Nullable UUID payment, int limit, @Nullable UUID before) {
        return jdbc.sql(
                        """
                        select * from receipt
                        where (:payment::uuid is null or payment_id = :payment::uuid)
                            and (:before::uuid is null or id < :before::uuid)
                        order by id desc limit :limit
                        """)
                .param("payment", payment)
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> receipt(row))
                .list();
    }

    private Receipt receipt(ResultSet row) throws SQLException {
        return new Receipt(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("number"),
                row.getObject("payment_id", UUID.class),
                row.getObject("quote_id", UUID.class),
                MoneyColumns.read(row, "amount", "currency"),
                json.readValue(row.getString("content"), ReceiptContent.class),
                row.getObject("issued_at", OffsetDateTime.class));
    }
}
