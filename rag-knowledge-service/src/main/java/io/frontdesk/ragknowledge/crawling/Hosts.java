package io.frontdesk.ragknowledge.crawling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** One request at a time to a host, and a pause between two, whichever tenants ask for them. */
@Repository
@Transactional
class Hosts {

    private final JdbcClient jdbc;
    private final Clock clock;

    Hosts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes the host for a request that takes at most so long; false while another has it. */
    boolean take(String host, Duration longest) {
        var now = OffsetDateTime.now(clock);
        return jdbc.sql(
                                """
                                insert into crawled_host (host, free_at) values (:host, :until)
                                on conflict (host) do update set free_at = excluded.free_at
                                where crawled_host.free_at <= :now
                                """)
                        .param("host", host)
                        .param("until", now.plus(longest))
                        .param("now", now)
                        .update()
                == 1;
    }

    void free(String host, Instant at) {
        jdbc.sql("update crawled_host set free_at = :at where host = :host")
                .param("host", host)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("delete from crawled_host where free_at < :past")
                .param("past", OffsetDateTime.now(clock).minusDays(1))
                .update();
    }

    Instant freeAt(String host) {
        return jdbc.sql("select free_at from crawled_host where host = :host")
                .param("host", host)
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional()
                .orElseGet(clock::instant);
    }
}
