package io.frontdesk.admincustomerrag.customer;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tenants that this service has heard of. */
@Repository
@Transactional
public class Customers {

    private final JdbcClient jdbc;
    private final Clock clock;

    Customers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes the tenant at hand, whose usage is measured from now on. */
    public void note() {
        jdbc.sql(
                        "insert into customer (since) values (:now) on conflict (tenant_id)"
                                + " do update set measured = true where not customer.measured")
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** The number of the tenant's last configuration; others who want it wait. */
    public int lockVersion() {
        note();
        return jdbc.sql("select last_version from customer for update")
                .query(Integer.class)
                .single();
    }

    public void setVersion(int version) {
        jdbc.sql("update customer set last_version = :version").param("version", version).update();
    }

    /** The number of the tenant's last configuration; 0 where it never had one. */
    public int version() {
        return jdbc.sql("select coalesce(max(last_version), 0) from customer")
                .query(Integer.class)
                .single();
    }

    /** Measures the tenant at hand no more. */
    public void forget() {
        jdbc.sql("update customer set measured = false").update();
    }

    /** Those to be measured, of all tenants, by id. */
    public List<UUID> measured(@Nullable UUID after, int limit) {
        return jdbc.sql(
                        "select tenant_id from customer where measured"
                                + " and (:after::uuid is null or tenant_id > :after)"
                                + " order by tenant_id limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }
}
