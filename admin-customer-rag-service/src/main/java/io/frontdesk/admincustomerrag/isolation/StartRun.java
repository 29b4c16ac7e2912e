package io.frontdesk.admincustomerrag.isolation;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.frontdesk.admincustomerrag.audit.Audit;
import io.frontdesk.admincustomerrag.audit.AuditAction;
import io.frontdesk.admincustomerrag.customer.Customers;
import io.frontdesk.starter.jobs.Jobs;
import io.frontdesk.starter.tenancy.Tenancy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** Plans a run for the tenant at hand; one that runs already is as good. */
@Service
@Transactional
class StartRun {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("isolation", Void.class);

    private final Reports reports;
    private final Customers customers;
    private final Audit audit;
    private final Jobs jobs;
    private final IdGenerator ids;
    private final Tenancy tenancy;

    StartRun(
            Reports reports,
            Customers customers,
            Audit audit,
            Jobs jobs,
            IdGenerator ids,
            Tenancy tenancy) {
        this.reports = reports;
        this.customers = customers;
        this.audit = audit;
        this.jobs = jobs;
        this.ids = ids;
        this.tenancy = tenancy;
    }

    Report start(String by) {
        // The lock also keeps two callers from starting two runs.
        int configuration = customers.lockVersion();
        var running = reports.latest().filter(Report::isRunning);
        if (running.isPresent()) {
            return running.get();
        }
        var id = ids.generateId();
        reports.begin(id, by, configuration);
        audit.record(by, AuditAction.ISOLATION_REQUESTED, id);
        jobs.addNow(TASK.instance(tenancy.require() + "/" + id).build());
        return reports.find(id).orElseThrow();
    }
}
