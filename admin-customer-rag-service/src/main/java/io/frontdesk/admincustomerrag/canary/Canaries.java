package io.frontdesk.admincustomerrag.canary;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The canaries that may still exist somewhere, of all tenants. */
@Repository
@Transactional
class Canaries {

    private final JdbcClient jdbc;
    private final Clock clock;

    Canaries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes a canary of the tenant at hand. */
    void add(UUID canary) {
        jdbc.sql("insert into canary (id, planted_at) values (:id, :now)")
                .param("id", canary)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Those planted before this time. */
    List<UUID> before(OffsetDateTime time) {
        return jdbc.sql("select id from canary where planted_at < :time order by id limit 100")
                .param("time", time)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    void tried(UUID canary) {
        jdbc.sql("update canary set attempts = attempts + 1 where id = :id")
                .param("id", canary)
                .update();
    }

    void remove(UUID canary) {
        jdbc.sql("delete from canary where id = :id").param("id", canary).update();
    }
}
