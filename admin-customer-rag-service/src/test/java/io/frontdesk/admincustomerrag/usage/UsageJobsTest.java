package io.frontdesk.admincustomerrag.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.admincustomerrag.AdminApp;
import io.frontdesk.starter.tenancy.Tenancy;
import io.frontdesk.test.events.TestBroker;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class UsageJobsTest extends AdminApp {
    @Autowired private JdbcClient jdbc;
    @Autowired private Tenancy tenancy;
    @Autowired private PlatformTransactionManager transactions;

    @Test
    void measuresEveryTenantItHasHeardOfAndForgetsAfter400Days() {
        var created = "io.frontdesk.identity.tenant-created";
        TestBroker.send(created, tenant, tenant.toString(), Map.of("id", tenant, "name", "Spa"));
        patiently().until(() -> count("select count(*) from customer") == 1);
        for (int days : new int[] {399, 401}) {
            sql(
                    "insert into usage_snapshot (day, measured_at, usage)"
                            + " values (current_date - "
                            + days
                            + ", now(), '{}')");
        }
        sql("update scheduled_tasks set execution_time = now() where task_name = 'measure-usage'");
        patiently()
                .until(() ->
                        count("select count(*) from usage_snapshot where day >= current_date - 1")
                                        == 1
                                && count("select count(*) from usage_snapshot") == 2);
        assertThat(get(rag + "/usage/history").json().get("items")).hasSize(1);
    }

    private int count(String sql) {
        return tenancy.as(
                tenant,
                () ->
                        new TransactionTemplate(transactions)
                                .<Integer>execute(
                                        _ -> jdbc.sql(sql).query(Integer.class).single()));
    }

    private void sql(String sql) {
        tenancy.as(
                tenant,
                () ->
                        new TransactionTemplate(transactions)
                                .executeWithoutResult(_ -> jdbc.sql(sql).update()));
    }
}
