package io.frontdesk.calendarplugin.notification;

import io.frontdesk.calendarplugin.connection.ConnectionNotFound;
import io.frontdesk.calendarplugin.connection.ConnectionState;
import io.frontdesk.calendarplugin.connection.Connections;
import io.frontdesk.calendarplugin.connection.SyncQueue;
import io.frontdesk.calendarplugin.plugin.Plugins;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts a sync when a provider says so; nothing that it says is taken for true. */
@Component
class TakeNotification {
    private final Connections connections;
    private final PushChannels channels;
    private final Plugins plugins;
    private final SyncQueue queue;
    private final Tenancy tenancy;
    private final TransactionTemplate transaction;

    TakeNotification(
            Connections connections,
            PushChannels channels,
            Plugins plugins,
            SyncQueue queue,
            Tenancy tenancy,
            TransactionTemplate transaction) {
        this.connections = connections;
        this.channels = channels;
        this.plugins = plugins;
        this.queue = queue;
        this.tenancy = tenancy;
        this.transaction = transaction;
    }

    /** Answers what is to be sent back; a call that is not the provider's finds no connection. */
    @Nullable String take(
            UUID id, byte[] body, Map<String, String> headers, Map<String, String> query) {
        var connection =
                tenancy.asSystem(() -> connections.find(id))
                        .orElseThrow(() -> new ConnectionNotFound(id));
        var push =
                plugins.push(connection.provider()).orElseThrow(() -> new ConnectionNotFound(id));
        var kept = tenancy.as(connection.tenantId(), () -> channels.of(connection));
        var call =
                kept.flatMap(each -> push.read(body, headers, query, each.secret()))
                        .orElseThrow(() -> new ConnectionNotFound(id));
        if (call.sync() && connection.state() == ConnectionState.ACTIVE) {
            tenancy.as(
                    connection.tenantId(),
                    () ->
                            transaction.executeWithoutResult(
                                    _ -> queue.want(connection.tenantId(), id)));
        }
        return call.answer();
    }
}
