package io.frontdesk.calendarplugin.consent;

import io.frontdesk.calendarplugin.connection.Connection;
import io.frontdesk.calendarplugin.connection.ConnectionSecrets;
import io.frontdesk.calendarplugin.connection.ConnectionState;
import io.frontdesk.calendarplugin.connection.Connections;
import io.frontdesk.calendarplugin.connection.SyncQueue;
import io.frontdesk.calendarplugin.consent.ConsentRequests.Asked;
import io.frontdesk.calendarplugin.plugin.Plugins;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.provider.Consent.Grant;
import io.frontdesk.calendarplugin.provider.RemoteCalendar;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns the code that a browser brought into an access, and proves it. */
@Component
class TakeConsent {
    private final ConsentRequests requests;
    private final ConsentProperties properties;
    private final Plugins plugins;
    private final Connections connections;
    private final ConnectionSecrets secrets;
    private final SyncQueue queue;
    private final Tenancy tenancy;
    private final TransactionTemplate transaction;

    TakeConsent(
            ConsentRequests requests,
            ConsentProperties properties,
            Plugins plugins,
            Connections connections,
            ConnectionSecrets secrets,
            SyncQueue queue,
            Tenancy tenancy,
            TransactionTemplate transaction) {
        this.requests = requests;
        this.properties = properties;
        this.plugins = plugins;
        this.connections = connections;
        this.secrets = secrets;
        this.queue = queue;
        this.tenancy = tenancy;
        this.transaction = transaction;
    }

    /** Answers the connection's id. */
    UUID take(
            String provider,
            @Nullable String code,
            @Nullable String state,
            @Nullable String error) {
        var asked =
                tenancy.asSystem(() ->
                                requests.take(provider, Objects.requireNonNullElse(state, "")))
                        .orElseThrow(
                                () -> refused("This consent was not asked for, or was taken."));
        if (!asked.live()) {
            throw refused("The consent came too late; connect the calendar again.");
        }
        return tenancy.as(asked.tenantId(), () -> take(asked, code, error));
    }

    private UUID take(Asked asked, @Nullable String code, @Nullable String error) {
        var connection = connections.get(asked.connectionId());
        if (error != null || code == null) {
            var said =
                    "The calendar's owner did not consent" + (error == null ? "." : ": " + error);
            connections.state(connection.id(), ConnectionState.AWAITING_CONSENT, said);
            throw refused(said);
        }
        var consent = plugins.consent(connection.provider()).orElseThrow();
        var verifier = requests.verifier(connection, asked);
        var grant = consent.exchange(code, verifier, properties.callback(connection.provider()));
        var calendar = calendar(connection, grant);
        transaction.executeWithoutResult(_ -> {
            secrets.keep(connection, grant);
            connections.choose(
                    connection.id(),
                    calendar,
                    connection.direction(),
                    connection.storeTitles(),
                    connection.foreignChanges());
            connections.state(connection.id(), ConnectionState.ACTIVE, null);
            queue.want(connection.tenantId(), connection.id());
        });
        return connection.id();
    }

    /** The one that was chosen, or the account's first. */
    private String calendar(Connection connection, Grant grant) {
        var access =
                new Access(connection.id(), null, null, grant.accessToken(), connection.timeZone());
        var calendars = plugins.named(connection.provider()).calendars(access);
        return connection.calendarId() != null ? connection.calendarId() : first(calendars);
    }

    private static String first(List<RemoteCalendar> calendars) {
        return calendars.stream()
                .filter(RemoteCalendar::primary)
                .findFirst()
                .or(() -> calendars.stream().findFirst())
                .orElseThrow(() -> refused("The account has no calendar."))
                .id();
    }

    private static StateRefused refused(String message) {
        return new StateRefused(message);
    }
}
