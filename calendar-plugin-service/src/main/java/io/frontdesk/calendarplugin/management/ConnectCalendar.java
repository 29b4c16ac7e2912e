package io.frontdesk.calendarplugin.management;

import io.frontdesk.calendarplugin.builtin.BuiltInCalendar;
import io.frontdesk.calendarplugin.connection.Connection;
import io.frontdesk.calendarplugin.connection.ConnectionSecrets;
import io.frontdesk.calendarplugin.connection.ConnectionState;
import io.frontdesk.calendarplugin.connection.Connections;
import io.frontdesk.calendarplugin.connection.Direction;
import io.frontdesk.calendarplugin.connection.ForeignChanges;
import io.frontdesk.calendarplugin.connection.SyncQueue;
import io.frontdesk.calendarplugin.consent.ConsentRequests;
import io.frontdesk.calendarplugin.integration.Integration;
import io.frontdesk.calendarplugin.plugin.Plugins;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.provider.CalendarProvider;
import io.frontdesk.calendarplugin.provider.Consent;
import io.frontdesk.calendarplugin.provider.RemoteCalendar;
import io.frontdesk.calendarplugin.refusal.AccessRevoked;
import io.frontdesk.starter.tenancy.Tenancy;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.IdGenerator;

/** Connects a resource to a calendar; what it is opened with is proven before it is kept. */
@Component
class ConnectCalendar {
    private final Plugins plugins;
    private final Integration integration;
    private final Connections connections;
    private final ConnectionSecrets secrets;
    private final ConsentRequests consents;
    private final SyncQueue queue;
    private final Tenancy tenancy;
    private final TransactionTemplate transaction;
    private final IdGenerator ids;
    private final Clock clock;

    ConnectCalendar(
            Plugins plugins,
            Integration integration,
            Connections connections,
            ConnectionSecrets secrets,
            ConsentRequests consents,
            SyncQueue queue,
            Tenancy tenancy,
            TransactionTemplate transaction,
            IdGenerator ids,
            Clock clock) {
        this.plugins = plugins;
        this.integration = integration;
        this.connections = connections;
        this.secrets = secrets;
        this.consents = consents;
        this.queue = queue;
        this.tenancy = tenancy;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    ConnectionView connect(NewConnection wanted) {
        tenancy.require();
        var provider = plugins.named(wanted.provider());
        var zone = integration.zoneOf(wanted.resourceId());
        var direction = Objects.requireNonNullElse(wanted.direction(), Direction.BOTH);
        var can = provider.capabilities();
        if ((direction == Direction.WRITE && !can.write())
                || (direction == Direction.READ && !can.freeBusy())) {
            throw new ConnectionRefused(
                    provider.name() + " cannot be used in this direction only.");
        }
        var consent = plugins.consent(provider.name());
        if (consent.isPresent()) {
            var connection = connection(wanted, zone, wanted.calendarId(), direction, true);
            var address = transaction.execute(_ -> ask(connection, consent.get()));
            return ConnectionView.of(connection, clock.instant(), address);
        }
        var calendar =
                provider.name().equals(BuiltInCalendar.NAME)
                        ? BuiltInCalendar.CALENDAR
                        : proven(provider, wanted, zone);
        var connection = connection(wanted, zone, calendar, direction, false);
        transaction.executeWithoutResult(_ -> {
            connections.add(connection);
            secrets.keepPassword(connection, Objects.requireNonNullElse(wanted.password(), ""));
            queue.want(connection.tenantId(), connection.id());
        });
        return ConnectionView.of(connection, clock.instant(), null);
    }

    private URI ask(Connection connection, Consent consent) {
        connections.add(connection);
        return consents.ask(connection, consent);
    }

    private String proven(CalendarProvider provider, NewConnection wanted, ZoneId zone) {
        if (wanted.username() == null || wanted.password() == null) {
            throw new ConnectionRefused("username and password are needed for " + provider.name());
        }
        var access =
                new Access(
                        ids.generateId(),
                        wanted.server() == null ? null : URI.create(wanted.server()),
                        wanted.username(),
                        wanted.password(),
                        zone);
        return chosen(calendars(provider, access), wanted.calendarId());
    }

    static List<RemoteCalendar> calendars(CalendarProvider provider, Access access) {
        try {
            return provider.calendars(access);
        } catch (AccessRevoked wrong) {
            throw new ConnectionRefused(
                    Objects.requireNonNullElse(wrong.getMessage(), "Name or password is wrong."));
        }
    }

    static String chosen(List<RemoteCalendar> calendars, @Nullable String wanted) {
        return calendars.stream()
                .filter(each -> wanted == null ? each.primary() : each.id().equals(wanted))
                .findFirst()
                .map(RemoteCalendar::id)
                .orElseThrow(() ->
                        new ConnectionRefused(
                                "The account has no such calendar; it has "
                                        + calendars.stream().map(RemoteCalendar::id).toList()));
    }

    private Connection connection(
            NewConnection wanted,
            ZoneId zone,
            @Nullable String calendar,
            Direction direction,
            boolean consent) {
        UUID id = ids.generateId();
        return new Connection(
                id,
                tenancy.require(),
                wanted.provider(),
                wanted.resourceId(),
                zone,
                calendar,
                wanted.server() == null ? null : URI.create(wanted.server()),
                wanted.username(),
                direction,
                Objects.requireNonNullElse(wanted.storeTitles(), false),
                Objects.requireNonNullElse(wanted.foreignChanges(), ForeignChanges.REPORT),
                consent ? ConnectionState.AWAITING_CONSENT : ConnectionState.ACTIVE,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                0,
                0,
                null);
    }
}
