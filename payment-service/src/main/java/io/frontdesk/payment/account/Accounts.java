package io.frontdesk.payment.account;

import io.frontdesk.payment.provider.Account;
import io.frontdesk.starter.secrets.SecretBox;
import io.frontdesk.starter.secrets.SecretUnreadable;
import io.frontdesk.starter.tenancy.Tenancy;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** The tenant's accounts at providers; their secrets are sealed for the tenant and the row. */
@Repository
public class Accounts {
    public static final String SANDBOX = "sandbox";
    private static final Logger log = LoggerFactory.getLogger(Accounts.class);
    private static final int SHOWN = 4;

    private final JdbcClient jdbc;
    private final SecretBox box;
    private final Tenancy tenancy;
    private final IdGenerator ids;
    private final Clock clock;
    private final MeterRegistry meters;
    private final SecureRandom random = new SecureRandom();

    Accounts(
            JdbcClient jdbc,
            SecretBox box,
            Tenancy tenancy,
            IdGenerator ids,
            Clock clock,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.box = box;
        this.tenancy = tenancy;
        this.ids = ids;
        this.clock = clock;
        this.meters = meters;
    }

    /** The account for new payments; the sandbox's comes into being when it is first asked for. */
    @Transactional
    public TenantAccount active(String provider) {
        var found = find(provider);
        if (found.isEmpty() && provider.equals(SANDBOX)) {
            openSandbox();
            found = find(provider);
        }
        return found.orElseThrow(() -> new NoAccount(provider));
    }

    private Optional<TenantAccount> find(String provider) {
        return jdbc.sql("select * from provider_account where provider = ? and active")
                .param(provider)
                .query(this::read)
                .optional();
    }

    /** The tenant's, of any age: payments that it took still need it. */
    @Transactional(readOnly = true)
    public TenantAccount byId(UUID id) {
        return jdbc.sql("select * from provider_account where id = ?")
                .param(id)
                .query(this::read)
                .single();
    }

    @Transactional(readOnly = true)
    public List<TenantAccount> all() {
        return jdbc.sql("select * from provider_account order by provider, live")
                .query(this::read)
                .list();
    }

    /**
     * Those of all tenants with a provider, or the one that is named; for system work. One whose
     * secrets do not open is counted, and left out: it must not keep the others from their work.
     */
    @Transactional(readOnly = true)
    public List<TenantAccount> ofAllTenants(
            @Nullable String provider, @Nullable UUID id, int limit) {
        return jdbc
                .sql(
                        """
                        select * from provider_account
                        where (cast(:provider as text) is null or provider = :provider)
                          and (cast(:id as uuid) is null or id = :id)
                        order by active desc, id desc limit :limit
                        """)
                .param("provider", provider)
                .param("id", id)
                .param("limit", limit)
                .query(this::readable)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Writes an account under the id it has, or a new one for its provider and mode. */
    @Transactional
    public void save(Account account, @Nullable String accountReference) {
        var id =
                jdbc.sql("select id from provider_account where provider = ? and live = ?")
                        .params(account.provider(), account.live())
                        .query(UUID.class)
                        .optional()
                        .orElseGet(ids::generateId);
        jdbc.sql("update provider_account set active = false where provider = ? and id <> ?")
                .params(account.provider(), id)
                .update();
        insert(id, account, accountReference);
    }

    @Transactional
    public void retire(String provider) {
        jdbc.sql("update provider_account set active = false where provider = ? and active")
                .param(provider)
                .update();
    }

    private void openSandbox() {
        var account =
                new Account(
                        tenancy.require(),
                        SANDBOX,
                        false,
                        "sk_sandbox_" + word(),
                        null,
                        List.of("whsec_sandbox_" + word()),
                        null);
        insert(ids.generateId(), account, null);
    }

    private String word() {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void insert(UUID id, Account account, @Nullable String accountReference) {
        var now = Timestamp.from(clock.instant());
        jdbc.sql(
                        """
                        insert into provider_account (id, provider, live, active, secret_key,
                            secret_last4, publishable_key, webhook_secrets, webhook_count,
                            statement_descriptor, account_reference, checked_at, created_at)
                        values (:id, :provider, :live, true, :secret, :last4, :publishable,
                            :hooks, :hookCount, :descriptor, :reference, :now, :now)
                        on conflict (tenant_id, provider, live) do update set
                            active = true, secret_key = excluded.secret_key,
                            secret_last4 = excluded.secret_last4,
                            publishable_key = excluded.publishable_key,
                            webhook_secrets = excluded.webhook_secrets,
                            webhook_count = excluded.webhook_count,
                            statement_descriptor = excluded.statement_descriptor,
                            account_reference = excluded.account_reference,
                            checked_at = excluded.checked_at
                        where provider_account.id = excluded.id
                        """)
                .param("id", id)
                .param("provider", account.provider())
                .param("live", account.live())
                .param(
                        "secret",
                        box.seal(account.secretKey(), context(account.tenant(), id, "key")))
                .param("last4", last4(account.secretKey()))
                .param("publishable", account.publishableKey())
                .param(
                        "hooks",
                        box.seal(
                                String.join("\n", account.webhookSecrets()),
                                context(account.tenant(), id, "webhooks")))
                .param("hookCount", account.webhookSecrets().size())
                .param("descriptor", account.statementDescriptor())
                .param("reference", accountReference)
                .param("now", now)
                .update();
    }

    private Optional<TenantAccount> readable(ResultSet row, int number) throws SQLException {
        try {
            return Optional.of(read(row, number));
        } catch (SecretUnreadable unreadable) {
            log.warn("The secrets of account {} do not open", row.getString("id"));
            meters.counter("frontdesk.payment.accounts.unreadable").increment();
            return Optional.empty();
        }
    }

    private TenantAccount read(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var tenant = row.getObject("tenant_id", UUID.class);
        var hooks = box.open(row.getBytes("webhook_secrets"), context(tenant, id, "webhooks"));
        var checked = row.getTimestamp("checked_at");
        return new TenantAccount(
                id,
                new Account(
                        tenant,
                        row.getString("provider"),
                        row.getBoolean("live"),
                        box.open(row.getBytes("secret_key"), context(tenant, id, "key")),
                        row.getString("publishable_key"),
                        hooks.isEmpty() ? List.of() : List.of(hooks.split("\n")),
                        row.getString("statement_descriptor")),
                row.getBoolean("active"),
                row.getString("secret_last4"),
                row.getString("account_reference"),
                checked == null ? null : checked.toInstant());
    }

    private static String last4(String secret) {
        return secret.substring(Math.max(0, secret.length() - SHOWN));
    }

    private static String context(UUID tenant, UUID id, String column) {
        return tenant + "/provider_account/" + id + "/" + column;
    }
}
