package io.frontdesk.gateway.oauthclient;

import io.frontdesk.gateway.access.Role;
import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The clients in the database. */
@Repository
public class OAuthClients {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Tenancy tenancy;

    OAuthClients(JdbcClient jdbc, TransactionTemplate transaction, Tenancy tenancy) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.tenancy = tenancy;
    }

    /** Finds a client that was not revoked, whosever it is. */
    public Optional<OAuthClient> valid(UUID id) {
        return tenancy.asSystem(() ->
                transaction.execute(status ->
                        jdbc.sql(
                                        """
                                        select * from oauth_clients
                                        where id = ? and revoked_at is null
                                        """)
                                .param(id)
                                .query((row, number) -> read(row))
                                .optional()));
    }

    void add(OAuthClient client) {
        jdbc.sql(
                        """
                        insert into oauth_clients (id, tenant_id, name, secret_hash, roles, scopes,
                          created_by, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(client.id())
                .param(client.tenantId())
                .param(client.name())
                .param(client.secretHash())
                .param(Role.words(client.roles()).toArray(String[]::new))
                .param(client.scopes().toArray(String[]::new))
                .param(client.createdBy())
                .param(client.createdAt())
                .update();
    }

    Page<OAuthClient> page(int limit, @Nullable UUID before) {
        var rows =
                jdbc.sql(
                                """
                                select * from oauth_clients
                                where (:before::uuid is null or id < :before)
                                order by id desc limit :limit
                                """)
                        .param("before", before)
                        .param("limit", limit + 1)
                        .query((row, number) -> read(row))
                        .list();
        return Page.of(rows, limit, OAuthClient::id);
    }

    Optional<OAuthClient> revoke(UUID id, OffsetDateTime at) {
        return jdbc.sql(
                        """
                        update oauth_clients set revoked_at = coalesce(revoked_at, ?) where id = ?
                        returning *
                        """)
                .param(at)
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    private static OAuthClient read(ResultSet row) throws SQLException {
        return new OAuthClient(
                row.getObject("id", UUID.class),
                row.getObject("tenant_id", UUID.class),
                row.getString("name"),
                row.getString("secret_hash"),
                Role.known(List.of((String[]) row.getArray("roles").getArray())),
                Set.of((String[]) row.getArray("scopes").getArray()),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class),
                row.getObject("revoked_at", OffsetDateTime.class));
    }
}
