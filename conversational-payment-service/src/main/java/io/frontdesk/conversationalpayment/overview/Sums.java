package io.frontdesk.conversationalpayment.overview;

import io.frontdesk.starter.money.MoneyColumns;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Adds up the payments of the tenant at hand. */
@Repository
@Transactional
class Sums {
    private final JdbcClient jdbc;

    Sums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Overview.Total> totals(Period period) {
        return jdbc.sql(
                        """
                        select (first_seen_at at time zone 'UTC')::date as day, currency, status,
                            count(*) as count, sum(amount) as amount, sum(captured) as captured,
                            sum(refunded) as refunded
                        from recorded_payment
                        where first_seen_at >= :from and first_seen_at < :to
                        group by 1, 2, 3 order by 1 desc, 2, 3
                        """)
                .param("from", period.from().atStartOfDay().atOffset(ZoneOffset.UTC))
                .param("to", period.to().plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new Overview.Total(
                                row.getObject("day", LocalDate.class),
                                row.getString("currency"),
                                row.getString("status"),
                                row.getLong("count"),
                                MoneyColumns.read(row, "amount", "currency"),
                                MoneyColumns.read(row, "captured", "currency"),
                                MoneyColumns.read(row, "refunded", "currency")))
                .list();
    }

    long openDisputes() {
        return jdbc.sql("select count(*) from recorded_payment where disputed")
                .query(Long.class)
                .single();
    }
}
