package io.frontdesk.ragknowledge.usage;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How much the tenant at hand keeps. */
@Repository
@Transactional
class Holdings {

    /** The first half of the lock's name; the second is the tenant's. */
    private static final int LOCK = 0x71407a;

    private final JdbcClient jdbc;

    Holdings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one transaction of the tenant at a time count and add. */
    void lock(UUID tenant) {
        jdbc.sql("select pg_advisory_xact_lock(:lock, :tenant)")
                .param("lock", LOCK)
                .param("tenant", tenant.hashCode())
                .query((row, _) -> true)
                .single();
    }

    long documents() {
        return count("select count(*) from document");
    }

    /** Chunks that are stored or about to be. */
    long chunks() {
        return count("select coalesce(sum(chunks), 0) from document where status <> 'failed'");
    }

    long bytes() {
        return count("select coalesce(sum(size), 0) from document");
    }

    long bases() {
        return count("select count(*) from knowledge_base");
    }

    long overrides() {
        return count("select count(*) from curated_answer");
    }

    private long count(String sql) {
        return jdbc.sql(sql).query((row, _) -> row.getLong(1)).single();
    }
}
