package io.frontdesk.calendarplugin.connection;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.frontdesk.starter.jobs.Jobs;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Asks for syncs. Each connection has one job that comes again after the interval; what is wanted
 * at once is a job of its own, as the first one may just be running, past what it would have to
 * see.
 */
@Component
public class SyncQueue {
    public static final String TASK = "sync-connection";
    public static final String NOW = "sync-connection-now";

    private final Jobs jobs;
    private final Connections connections;

    SyncQueue(Jobs jobs, Connections connections) {
        this.jobs = jobs;
        this.connections = connections;
    }

    /** At once; a sync that runs just now is followed by another. */
    public void want(UUID tenantId, UUID connectionId) {
        var id = tenantId + "/" + connectionId;
        jobs.addNow(new TaskInstance<Void>(TASK, id));
        jobs.addNow(new TaskInstance<Void>(NOW, id + "/" + connections.want(connectionId)));
    }

    public void forget(UUID tenantId, UUID connectionId) {
        jobs.cancel(new TaskInstance<Void>(TASK, tenantId + "/" + connectionId));
    }
}
