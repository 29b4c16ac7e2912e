package io.frontdesk.calendarintegration.occupancy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets external busy times occupy what nothing of ours does. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class BusyTimes {
    private final JdbcClient jdbc;

    BusyTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the busy rows of a resource anew, within a time and as far as old rows reach. */
    public void materialise(UUID resource, Instant from, Instant to) {
        var hull = new OffsetDateTime[] {utc(from), utc(to)};
        jdbc.sql(
                        """
                        delete from occupied
                        where resource_id = :resource and kind = 'busy'
                          and to_at > :from and from_at < :to
                        returning from_at, to_at
                        """)
                .param("resource", resource)
                .param("from", hull[0])
                .param("to", hull[1])
                .query(row -> {
                    var begin = row.getObject(1, OffsetDateTime.class);
                    var end = row.getObject(2, OffsetDateTime.class);
                    hull[0] = begin.isBefore(hull[0]) ? begin : hull[0];
                    hull[1] = end.isAfter(hull[1]) ? end : hull[1];
                });
        jdbc.sql(
                        """
                        insert into occupied (id, resource_id, span, kind)
                        select gen_random_uuid(), :resource, free, 'busy' from unnest(
                            tstzmultirange(tstzrange(:from, :to)) * (
                                select coalesce(range_agg(span), '{}') from external_busy
                                where resource_id = :resource
                                  and to_at > :from and from_at < :to)
                            - (
                                select coalesce(range_agg(span), '{}') from occupied
                                where resource_id = :resource and kind = 'session'
                                  and to_at > :from and from_at < :to)) free
                        on conflict do nothing
                        """)
                .param("resource", resource)
                .param("from", hull[0])
                .param("to", hull[1])
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
