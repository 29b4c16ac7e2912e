package io.frontdesk.gateway.apikey;

import io.frontdesk.gateway.access.Role;
import io.frontdesk.gateway.access.Secrets;
import io.frontdesk.starter.paging.Page;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The keys in the database; who may see which is decided by the transaction's tenancy. */
@Repository
@Transactional
public class ApiKeys {
    /** Says what the secret is for to whoever finds it, and to scanners for leaked secrets. */
    public static final String PREFIX = "fd_";

    private final JdbcClient jdbc;
    private final Clock clock;

    ApiKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    static String newSecret() {
        return PREFIX + Secrets.random();
    }

    /** Stores a key by the digest of its secret; false when there is one with that secret. */
    public boolean add(ApiKey key, String secret) {
        return jdbc.sql(
                                """
                                insert into api_keys (id, tenant_id, name, hash, hint, roles, scopes,
                                  created_by, created_at, expires_at)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict do nothing
                                """)
                        .param(key.id())
                        .param(key.tenantId())
                        .param(key.name())
                        .param(Secrets.digest(secret))
                        .param(key.hint())
                        .param(words(key.roles()))
                        .param(key.scopes() == null ? null : key.scopes().toArray(String[]::new))
                        .param(key.createdBy())
                        .param(key.createdAt())
                        .param(key.expiresAt())
                        .update()
                == 1;
    }

    /** Finds a key by its secret's digest, also an expired or revoked one. */
    @Transactional(readOnly = true)
    public Optional<ApiKey> find(String digest) {
        return jdbc.sql("select * from api_keys where hash = ?")
                .param(digest)
                .query((row, number) -> read(row))
                .optional();
    }

    @Transactional(readOnly = true)
    public Page<ApiKey> page(int limit, @Nullable UUID before) {
        var rows =
                jdbc.sql(
                                """
                                select * from api_keys where (:before::uuid is null or id < :before)
                                order by id desc limit :limit
                                """)
                        .param("before", before)
                        .param("limit", limit + 1)
                        .query((row, number) -> read(row))
                        .list();
        return Page.of(rows, limit, ApiKey::id);
    }

    /** The key that was revoked, or nothing when there is no such one that is still valid. */
    Optional<ApiKey> revoke(UUID id) {
        return jdbc.sql(
                        """
                        update api_keys set revoked_at = ? where id = ? and revoked_at is null
                        returning *
                        """)
                .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    @Transactional(readOnly = true)
    public boolean exists(UUID id) {
        return jdbc.sql("select exists (select from api_keys where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private static String[] words(Collection<Role> roles) {
        return Role.words(roles).stream().sorted().toArray(String[]::new);
    }

    private static ApiKey read(ResultSet row) throws SQLException {
        Array scopes = row.getArray("scopes");
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getObject("tenant_id", UUID.class),
                row.getString("name"),
                row.getString("hint"),
                Role.known(List.of((String[]) row.getArray("roles").getArray())),
                scopes == null ? null : Set.of((String[]) scopes.getArray()),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class),
                row.getObject("expires_at", OffsetDateTime.class),
                row.getObject("revoked_at", OffsetDateTime.class));
    }
}
