package io.frontdesk.starter.tenancy;

import static io.frontdesk.starter.tenancy.TenantRows.A;
import static io.frontdesk.starter.tenancy.TenantRows.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.frontdesk.starter.database.SharedPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose rows a transaction sees, in a pool of one connection. */
@TestInstance(Lifecycle.PER_CLASS)
class RowSecurityTest {
    private final HikariDataSource pool = prepare();
    private final Tenancy tenancy = new Tenancy();
    private final TransactionTemplate transaction =
            new TransactionTemplate(new TenantTransactionManager(pool, tenancy));
    private final JdbcClient jdbc = JdbcClient.create(pool);

    private static HikariDataSource prepare() {
        SharedPostgres.provision("rows-service");
        SharedPostgres.asOwner("rows", TenantRows.guarded("note"));
        SharedPostgres.asOwner("rows", TenantRows.guarded("job"));
        SharedPostgres.asOwner("rows", TenantRows.systemPolicy("job"));
        return TenantRows.pool("rows");
    }

    @AfterAll
    void closeThePool() {
        pool.close();
    }

    @BeforeEach
    void writeARowForEachTenant() {
        SharedPostgres.asSuperuser("rows", "truncate note, job");
        for (var tenant : List.of(A, B)) {
            tenancy.as(tenant, () -> change("insert into note values ('note')"));
            tenancy.as(tenant, () -> change("insert into job values ('job')"));
        }
    }

    @Test
    void showsATenantItsOwnRowsOnly() {
        assertThat(tenancy.as(A, () -> tenantsOf("note"))).containsExactly(A);
        assertThat(tenancy.as(B, () -> tenantsOf("note"))).containsExactly(B);
        assertThat(tenancy.as(UUID.randomUUID(), () -> tenantsOf("note"))).isEmpty();
    }

    @Test
    void changesATenantsOwnRowsOnly() {
        assertThat(tenancy.as(A, () -> change("update note set name = 'changed'"))).isEqualTo(1);
        var other = "delete from note where tenant_id = '" + B + "'";
        assertThat(tenancy.as(A, () -> change(other))).isZero();
        assertThat(tenancy.as(A, () -> change("delete from note"))).isEqualTo(1);
        assertThat(tenancy.as(B, () -> tenantsOf("note"))).containsExactly(B);
    }

    @Test
    void writesNoRowForAnotherTenant() {
        for (var sql :
                List.of(
                        "insert into note values ('x', '" + B + "')",
                        "update note set tenant_id = '" + B + "'")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> tenancy.as(A, () -> change(sql)))
                    .havingRootCause()
                    .withMessageContaining("row-level security");
        }
    }

    @Test
    void showsAndWritesNothingWithoutATenant() {
        assertThat(tenantsOf("note")).isEmpty();
        assertThat(change("delete from note")).isZero();
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> change("insert into note values ('x')"));
    }

    @Test
    void showsNothingOutsideOfATransaction() {
        assertThat(tenancy.as(A, () -> read("note"))).isEmpty();
        assertThat(tenancy.asSystem(() -> read("job"))).isEmpty();
    }

    @Test
    void leavesNothingBehindInAPooledConnection() {
        assertThat(tenancy.as(A, () -> tenantsOf("note"))).containsExactly(A);
        assertThat(read("note")).isEmpty();
        assertThat(tenancy.asSystem(() -> tenantsOf("job"))).hasSize(2);
        assertThat(read("job")).isEmpty();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> tenancy.as(A, () -> transaction.execute(status -> fail())));
        assertThat(read("note")).isEmpty();
        assertThat(tenantsOf("note")).isEmpty();
    }

    @Test
    void showsTheSystemOnlyTablesThatNameIt() {
        assertThat(tenancy.asSystem(() -> tenantsOf("job"))).containsExactlyInAnyOrder(A, B);
        assertThat(tenancy.asSystem(() -> tenantsOf("note"))).isEmpty();
        assertThat(tenancy.as(A, () -> tenantsOf("job"))).containsExactly(A);
    }

    @Test
    void narrowsTheSystemToOneTenantInside() {
        var seen =
                tenancy.asSystem(() -> {
                    var inside = tenancy.as(B, () -> tenantsOf("job"));
                    return List.of(inside, tenantsOf("job"));
                });
        assertThat(seen.getFirst()).containsExactly(B);
        assertThat(seen.getLast()).hasSize(2);
    }

    @Test
    void narrowsARunningTransactionForABlockAndThenWidensItAgain() {
        var seen = new ArrayList<List<UUID>>();
        tenancy.as(
                A,
                () ->
                        transaction.executeWithoutResult(status -> {
                            seen.add(tenancy.as(B, () -> read("note")));
                            seen.add(read("note"));
                            seen.add(tenancy.asSystem(() -> read("note")));
                            seen.add(read("note"));
                        }));
        assertThat(seen).containsExactly(List.of(B), List.of(A), List.of(), List.of(A));
    }

    @Test
    void widensARunningTransactionAgainWhenTheBlockFails() {
        List<UUID> seen =
                tenancy.as(
                        A,
                        () ->
                                transaction.execute(status -> {
                                    assertThatExceptionOfType(IllegalStateException.class)
                                            .isThrownBy(() -> tenancy.<String>as(B, () -> fail()));
                                    return read("note");
                                }));
        assertThat(seen).containsExactly(A);
    }

    @Test
    void seesWithItsOwnScopeInANewTransactionInside() {
        try (var wider = TenantRows.pool("rows")) {
            wider.setMaximumPoolSize(2);
            var scopes = new Tenancy();
            var manager = new TenantTransactionManager(wider, scopes);
            var outer = new TransactionTemplate(manager);
            var inner = new TransactionTemplate(manager);
            inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            var client = JdbcClient.create(wider);
            var query = client.sql("select tenant_id from note");
            List<UUID> seen =
                    scopes.as(
                            A,
                            () ->
                                    outer.execute(one ->
                                            scopes.as(
                                                    B,
                                                    () ->
                                                            inner.execute(two ->
                                                                    query.query((row, n) ->
                                                                                    row.getObject(
                                                                                            1,
                                                                                            UUID.class))
                                                                            .list()))));
            assertThat(seen).containsExactly(B);
        }
    }

    @Test
    void readsInAReadOnlyTransaction() {
        var readOnly = new TransactionTemplate(new TenantTransactionManager(pool, tenancy));
        readOnly.setReadOnly(true);
        List<UUID> seen = tenancy.as(A, () -> readOnly.execute(status -> read("note")));
        assertThat(seen).containsExactly(A);
    }

    @Test
    void givesAnotherThreadNothing() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<UUID>> seen = tenancy.as(A, () -> threads.submit(() -> tenantsOf("note")));
            assertThat(seen.get()).isEmpty();
        }
    }

    @Test
    void keepsManyVirtualThreadsApart() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    java.util.stream.IntStream.range(0, 200)
                            .mapToObj(i -> i % 2 == 0 ? A : B)
                            .map(tenant ->
                                    threads.submit(() ->
                                            tenancy.as(tenant, () -> tenantsOf("note"))
                                                    .equals(List.of(tenant))))
                            .toList();
            for (var one : all) {
                assertThat(one.get()).isTrue();
            }
        }
    }

    private List<UUID> tenantsOf(String table) {
        return List.copyOf(
                java.util.Objects.requireNonNull(transaction.execute(status -> read(table))));
    }

    private List<UUID> read(String table) {
        return jdbc.sql("select tenant_id from " + table)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private int change(String sql) {
        Integer rows = transaction.execute(status -> jdbc.sql(sql).update());
        return rows == null ? -1 : rows;
    }

    private static String fail() {
        throw new IllegalStateException("the work fails");
    }
}
