package io.frontdesk.ragknowledge.platform;

import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which bases of the platform's a tenant may read. Read at each search and never kept, so that what
 * is taken back is gone at once.
 */
@Repository
@Transactional
public class Grants {

    private final JdbcClient jdbc;
    private final Tenancy tenancy;
    private final Clock clock;

    Grants(JdbcClient jdbc, Tenancy tenancy, Clock clock) {
        this.jdbc = jdbc;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** The platform's bases that the tenant at hand may read; for the platform itself none. */
    public List<UUID> current() {
        var tenant = tenancy.current().orElse(Platform.TENANT);
        if (tenant.equals(Platform.TENANT)) {
            return List.of();
        }
        return jdbc.sql(
                        "select distinct base_id from base_grant"
                                + " where tenant_id in (:tenant, :everyone) order by base_id")
                .param("tenant", tenant)
                .param("everyone", Platform.TENANT)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Lets a tenant read a base; the platform's own id lets everyone. */
    public void add(UUID baseId, UUID reader) {
        jdbc.sql(
                        "insert into base_grant (base_id, tenant_id, granted_at)"
                                + " values (:base, :reader, :now) on conflict do nothing")
                .param("base", baseId)
                .param("reader", reader)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Takes it back; a grant for everyone and one for a tenant are two. */
    public void remove(UUID baseId, UUID reader) {
        jdbc.sql("delete from base_grant where base_id = :base and tenant_id = :reader")
                .param("base", baseId)
                .param("reader", reader)
                .update();
    }

    public boolean isForEveryone(UUID baseId) {
        return jdbc.sql(
                        "select exists (select from base_grant"
                                + " where base_id = :base and tenant_id = :everyone)")
                .param("base", baseId)
                .param("everyone", Platform.TENANT)
                .query(Boolean.class)
                .single();
    }

    /** The tenants that are named, by id; {@code after} is the last of the page before. */
    public List<Reader> readers(UUID baseId, int limit, @Nullable UUID after) {
        return jdbc.sql(
                        """
                        select * from base_grant
                        where base_id = :base and tenant_id <> :everyone
                            and (:after::uuid is null or tenant_id > :after::uuid)
                        order by tenant_id limit :limit
                        """)
                .param("base", baseId)
                .param("everyone", Platform.TENANT)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) ->
                        new Reader(
                                row.getObject("tenant_id", UUID.class),
                                row.getObject("granted_at", OffsetDateTime.class)))
                .list();
    }

    /** A tenant that may read a base. */
    public record Reader(UUID tenantId, OffsetDateTime grantedAt) {}
}
