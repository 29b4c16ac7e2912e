package io.frontdesk.calendarintegration.occupancy;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets those who want the same resources go one after the other, always in the order of ids. It
 * only keeps them from running into each other, so that one waits where otherwise both would fail.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Turns {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Vacancies vacancies;

    Turns(JdbcClient jdbc, Clock clock, Vacancies vacancies) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.vacancies = vacancies;
    }

    /**
     * Waits for its turn at the resources, and frees what expired holds still take of that time.
     * What such a hold took of other resources is freed too, so that those are locked as well.
     */
    public void prepare(Collection<UUID> resources, Instant from, Instant to) {
        var wanted = resources.toArray(UUID[]::new);
        jdbc.sql(
                        """
                        select id from resource
                        where id = any(:wanted) or id in (
                            select other.resource_id
                            from occupied expired
                            join occupied other on other.session_id = expired.session_id
                            where expired.resource_id = any(:wanted) and expired.to_at > :from
                              and expired.from_at < :to and expired.expires_at <= :now)
                        order by id for no key update
                        """)
                .param("wanted", wanted)
                .param("from", utc(from))
                .param("to", utc(to))
                .param("now", OffsetDateTime.now(clock))
                .query((row, _) -> row.getString(1))
                .list();
        vacancies.expire(wanted, utc(from), utc(to), OffsetDateTime.now(clock));
    }

    /** Waits for its turn at one resource. */
    public void lock(UUID resource) {
        jdbc.sql("select id from resource where id = :id for no key update")
                .param("id", resource)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Waits for its turn at all that a session takes. */
    void ofSession(UUID session) {
        jdbc.sql(
                        """
                        select id from resource
                        where id in (select resource_id from occupied where session_id = :session)
                        order by id for no key update
                        """)
                .param("session", session)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
