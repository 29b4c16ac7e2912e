package io.frontdesk.gateway.user;

import io.frontdesk.gateway.access.Role;
import io.frontdesk.gateway.audit.AuditLog;
import io.frontdesk.starter.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.IdGenerator;

/** The users, found by name before it is known whose they are. */
@Repository
public class Users implements UserDetailsService {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Tenancy tenancy;
    private final PasswordEncoder passwords;
    private final AuditLog audit;
    private final Clock clock;
    private final IdGenerator ids;

    Users(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Tenancy tenancy,
            PasswordEncoder passwords,
            AuditLog audit,
            Clock clock,
            IdGenerator ids) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.tenancy = tenancy;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    public Optional<User> find(String username) {
        return tenancy.asSystem(() ->
                transaction.execute(status ->
                        jdbc.sql("select * from users where username = ?")
                                .param(username)
                                .query((row, number) -> read(row))
                                .optional()));
    }

    /** Adds a user; nothing happens when there is one with that name. */
    public void add(
            @Nullable UUID tenant, String username, String password, Role role, String actor) {
        if (find(username).isPresent()) {
            return;
        }
        String hash = passwords.encode(password);
        tenancy.asSystem(
                () -> transaction.execute(status -> insert(tenant, username, hash, role, actor)));
    }

    private boolean insert(
            @Nullable UUID tenant,
            String username,
            @Nullable String hash,
            Role role,
            String actor) {
        UUID id = ids.generateId();
        int added =
                jdbc.sql(
                                """
                                insert into users
                                  (id, tenant_id, username, password_hash, roles, created_at)
                                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .param(id)
                        .param(tenant)
                        .param(username)
                        .param(hash)
                        .param(new String[] {role.word()})
                        .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .update();
        if (added == 1) {
            audit.record(tenant, actor, "user.created", id, role.word());
        }
        return added == 1;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        User user = find(username).orElseThrow(() -> new UsernameNotFoundException("unknown"));
        return org.springframework.security.core.userdetails.User.withUsername(user.username())
                .password(user.passwordHash())
                .roles(Role.words(user.roles()).toArray(String[]::new))
                .disabled(!user.enabled())
                .build();
    }

    private static User read(ResultSet row) throws SQLException {
        return new User(
                row.getObject("id", UUID.class),
                row.getObject("tenant_id", UUID.class),
                row.getString("username"),
                row.getString("password_hash"),
                Role.known(List.of((String[]) row.getArray("roles").getArray())),
                row.getBoolean("enabled"));
    }
}
