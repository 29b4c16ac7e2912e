package io.frontdesk.payment.repair;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import io.frontdesk.starter.jobs.Jobs;
import io.frontdesk.starter.tenancy.Tenancy;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns rows of all tenants whose time has come into jobs; a job that exists is left as it is. */
@Component
public class DueRows {
    private static final int BATCH = 100;

    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final Tenancy tenancy;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DueRows(
            JdbcClient jdbc,
            Jobs jobs,
            Tenancy tenancy,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.tenancy = tenancy;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Plans a job for each due row.
     *
     * @param table one that system work may read, with {@code id} and {@code tenant_id}
     * @param due its column that tells when a row is due
     */
    public void plan(String table, String due, OneTimeTask<Void> task) {
        tenancy.asSystem(() -> {
            transaction.executeWithoutResult(status -> planDue(table, due, task));
            return table;
        });
    }

    private void planDue(String table, String due, OneTimeTask<Void> task) {
        jdbc.sql(
                        """
                        select tenant_id, id from %s where %s <= ? order by %2$s limit %d
                        """
                                .formatted(table, due, BATCH))
                .param(Timestamp.from(clock.instant()))
                .query((row, number) ->
                        new TenantJob(
                                row.getObject("tenant_id", UUID.class),
                                row.getObject("id", UUID.class)))
                .list()
                .forEach(job -> jobs.addNow(task.instance(job.toString())));
    }
}
