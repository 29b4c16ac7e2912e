package io.frontdesk.payment.quote;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The quotes of the tenant. A quote's row names the one payment that lives on it. */
@Repository
public class Quotes {
    private final JdbcClient jdbc;
    private final Clock clock;

    Quotes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    Quote commit(Quote quote) {
        jdbc.sql(
                        """
                        insert into payment_quote
                            (id, amount, currency, hash, expires_at, reference, created_at)
                        values (:id, :amount, :currency, :hash, :expires, :reference, :now)
                        on conflict do nothing
                        """)
                .param("id", quote.id())
                .param("amount", quote.amount().getAmount())
                .param("currency", quote.amount().getCurrencyUnit().getCode())
                .param("hash", quote.hash())
                .param("expires", Timestamp.from(quote.expiresAt()))
                .param("reference", quote.reference())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        var stored = lock(quote.id()).orElseThrow();
        if (!stored.amount().equals(quote.amount()) || !stored.hash().equals(quote.hash())) {
            throw new QuoteDiffers();
        }
        return stored;
    }

    @Transactional
    void withdraw(UUID id) {
        var quote = lock(id);
        if (quote.isPresent() && quote.get().paymentId() != null) {
            throw new QuoteConsumed();
        }
        jdbc.sql("update payment_quote set withdrawn = true where id = ?").param(id).update();
    }

    /**
     * Takes the quote for a payment, in the transaction that writes it.
     *
     * @param hash what the payer agreed to
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void consume(UUID id, @Nullable String hash, Money amount, UUID payment) {
        var quote = lock(id).orElseThrow(QuoteMismatch::new);
        if (!quote.hash().equals(hash) || !quote.amount().equals(amount)) {
            throw new QuoteMismatch();
        }
        if (quote.withdrawn() || quote.paymentId() != null) {
            throw new QuoteConsumed();
        }
        if (!clock.instant().isBefore(quote.expiresAt())) {
            throw new QuoteExpired();
        }
        jdbc.sql("update payment_quote set payment_id = ? where id = ?")
                .params(payment, id)
                .update();
    }

    /**
     * Frees the quote of a payment that took nothing. One that a link took stays with it as long as
     * somebody could still pay on its page.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void free(UUID payment) {
        jdbc.sql(
                        """
                        update payment_quote set payment_id = null where payment_id = ?
                            and not exists (select from payment_link
                                where id = ? and closed_at is null)
                        """)
                .params(payment, payment)
                .update();
    }

    /** Gives a quote back to a payment that took money after all, unless another one has it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void retake(UUID id, UUID payment) {
        jdbc.sql("update payment_quote set payment_id = ? where id = ? and payment_id is null")
                .params(payment, id)
                .update();
    }

    private Optional<Quote> lock(UUID id) {
        return jdbc.sql("select * from payment_quote where id = ? for update")
                .param(id)
                .query(Quote::of)
                .optional();
    }
}
