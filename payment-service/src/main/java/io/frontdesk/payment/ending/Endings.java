package io.frontdesk.payment.ending;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which of the tenant's links are to be closed, and when; a job finds those that are due. */
@Repository
public class Endings {
    private final JdbcClient jdbc;
    private final Clock clock;

    Endings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Has an open page closed now, with the change that ends it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void now(UUID link) {
        jdbc.sql("update payment_link set close_at = ? where id = ? and closed_at is null")
                .params(Timestamp.from(clock.instant()), link)
                .update();
    }

    /** Plans the next attempt before this one; false where the page is closed already. */
    @Transactional
    public boolean attempt(UUID link, Instant next) {
        return jdbc.sql(
                                """
                                update payment_link set close_at = ?, checks = checks + 1
                                where id = ? and closed_at is null
                                """)
                        .params(Timestamp.from(next), link)
                        .update()
                == 1;
    }

    /** Nobody can pay on the page any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void closed(UUID link) {
        jdbc.sql("update payment_link set closed_at = ?, close_at = null where id = ?")
                .params(Timestamp.from(clock.instant()), link)
                .update();
    }
}
