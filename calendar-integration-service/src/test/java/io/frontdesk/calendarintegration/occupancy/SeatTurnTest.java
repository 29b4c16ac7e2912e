package io.frontdesk.calendarintegration.occupancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.calendarintegration.CalendarApp;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SeatTurnTest extends CalendarApp {
    @Autowired private Occupancy occupancy;
    @Autowired private JdbcClient jdbc;
    @Autowired private Tenancy tenancy;
    @Autowired private PlatformTransactionManager transactions;

    /** The one who leaves must not take the seat that is booked meanwhile for one still held. */
    @Test
    void keepsTheTimeOfAClassThatIsBookedWhileAnotherLeaves() throws Exception {
        var ada = person();
        var yoga = offering("\"capacity\":3", ada);
        var leaving = hold(yoga, ada, at(10)).id();
        var staying = hold(yoga, ada, at(10)).id();
        var booking = book(offering("", ada), ada, at(15)).id();
        inTransaction(() ->
                jdbc.sql("delete from seat where booking_id = :id").param("id", booking).update());
        var turned = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var books =
                    threads.submit(() ->
                            inTransaction(() -> {
                                occupancy.turn(staying, booking);
                                turned.countDown();
                                uninterrupted(commit);
                            }));
            uninterrupted(turned);
            var leaves = threads.submit(() -> delete("/api/calendar/holds/" + leaving).status());
            await().until(this::somebodyWaits);
            commit.countDown();
            books.get();
            assertThat(leaves.get()).isEqualTo(204);
        }
        clock.advance(Duration.ofMinutes(11));

        assertThat(slots(offering("", ada), at(10), at(11))).isEmpty();
        assertThat(slots(yoga, at(10), at(11)).get(0).get("seatsLeft").intValue()).isEqualTo(2);
    }

    private boolean somebodyWaits() {
        return transactionTemplate()
                        .execute(_ ->
                                jdbc.sql(
                                                """
                                                select count(*) from pg_locks
                                                where not granted and database = (
                                                    select oid from pg_database
                                                    where datname = current_database())
                                                   or not granted and locktype = 'transactionid'
                                                """)
                                        .query(Long.class)
                                        .single())
                > 0;
    }

    private void inTransaction(Runnable work) {
        tenancy.as(tenant, () -> transactionTemplate().executeWithoutResult(_ -> work.run()));
    }

    private TransactionTemplate transactionTemplate() {
        return new TransactionTemplate(transactions);
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }
}
