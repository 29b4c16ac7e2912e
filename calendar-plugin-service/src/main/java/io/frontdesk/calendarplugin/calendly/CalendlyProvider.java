package io.frontdesk.calendarplugin.calendly;

import io.frontdesk.calendarplugin.event.BookedEvent;
import io.frontdesk.calendarplugin.event.ChangePage;
import io.frontdesk.calendarplugin.event.RemoteEvent;
import io.frontdesk.calendarplugin.event.Window;
import io.frontdesk.calendarplugin.http.Calls;
import io.frontdesk.calendarplugin.oauth.CodeFlow;
import io.frontdesk.calendarplugin.oauth.OAuthClient;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.provider.CalendarProvider;
import io.frontdesk.calendarplugin.provider.Capabilities;
import io.frontdesk.calendarplugin.provider.Consent;
import io.frontdesk.calendarplugin.provider.Push;
import io.frontdesk.calendarplugin.provider.RemoteCalendar;
import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calendly, connected by its owner's consent. The user is the one calendar: event types only offer
 * times, it is the person who is busy. Nothing is written: Calendly lets an invitee be created only
 * in a free slot of an event type, mails that person by itself and cannot move the event, so it
 * cannot carry a booking of ours; and what its invitees booked is not ours to cancel.
 */
@Component
@EnableConfigurationProperties(CalendlyProperties.class)
class CalendlyProvider implements CalendarProvider, Consent, Push {
    private final Consent consent;
    private final CalendlyApi api;
    private final CalendlyEvents events;
    private final CalendlyWebhooks webhooks;
    private final int requestsPerMinute;

    CalendlyProvider(CalendlyProperties properties, JsonMapper json, Clock clock) {
        var calls = new Calls(properties.limits());
        this.requestsPerMinute = properties.requestsPerMinute();
        var queue = new CalendlyQueue(requestsPerMinute, properties.patience(), clock);
        this.consent = new CodeFlow(client(properties), calls, json, clock);
        this.api = new CalendlyApi(calls, properties.baseUrl(), queue, json, clock);
        this.events = new CalendlyEvents(api, clock);
        this.webhooks = new CalendlyWebhooks(api, clock);
    }

    private static OAuthClient client(CalendlyProperties properties) {
        return new OAuthClient(
                CalendlyApi.NAME,
                CalendlyProperties.PREFIX,
                properties.clientId(),
                properties.clientSecret(),
                properties.consentUrl(),
                properties.tokenUrl(),
                Set.of(),
                Set.of(),
                Map.of());
    }

    @Override
    public String name() {
        return "calendly";
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                true,
                false,
                true,
                false,
                false,
                true,
                null,
                null,
                CalendlyWebhooks.LIFETIME,
                requestsPerMinute);
    }

    @Override
    public List<RemoteCalendar> calendars(Access access) {
        var me =
                api.as(api.get(access, "/users/me", Map.of()).path("resource"), CalendlyUser.class);
        var name = me.name() == null || me.name().isBlank() ? CalendlyApi.NAME : me.name();
        return List.of(new RemoteCalendar(me.uri(), name, zone(me.timezone()), false, true));
    }

    private static @Nullable String zone(@Nullable String name) {
        try {
            return name == null ? null : ZoneId.of(name).getId();
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    @Override
    public ChangePage changes(
            Access access,
            String calendarId,
            Window window,
            @Nullable String syncToken,
            @Nullable String nextPage) {
        return events.page(access, calendarId, window, nextPage);
    }

    @Override
    public RemoteEvent write(
            Access access, String calendarId, BookedEvent event, @Nullable String etag) {
        throw new ProviderRefused(
                "Calendly takes no bookings from outside; write to the calendar behind it.");
    }

    @Override
    public void remove(Access access, String calendarId, String eventId, @Nullable String etag) {
        throw new ProviderRefused("What was booked at Calendly is cancelled there.");
    }

    @Override
    public Optional<RemoteEvent> find(Access access, String calendarId, String eventId) {
        return events.find(access, eventId);
    }

    @Override
    public URI address(String state, String codeChallenge, URI callback) {
        return consent.address(state, codeChallenge, callback);
    }

    @Override
    public Grant exchange(String code, String codeVerifier, URI callback) {
        return consent.exchange(code, codeVerifier, callback);
    }

    @Override
    public Grant refresh(String refreshToken) {
        return consent.refresh(refreshToken);
    }

    @Override
    public Channel subscribe(Access access, String calendarId, URI callback, String secret) {
        return webhooks.subscribe(access, calendarId, callback, secret);
    }

    @Override
    public Channel renew(
            Access access, String calendarId, Channel channel, URI callback, String secret) {
        return webhooks.renew(access, calendarId, channel, callback, secret);
    }

    @Override
    public void unsubscribe(Access access, Channel channel) {
        webhooks.unsubscribe(access, channel);
    }

    @Override
    public Optional<Call> read(
            byte[] body, Map<String, String> headers, Map<String, String> query, String secret) {
        return webhooks.read(body, headers, query, secret);
    }

    /** The user as Calendly tells it. */
    record CalendlyUser(String uri, @Nullable String name, @Nullable String timezone) {
        CalendlyUser {
            Objects.requireNonNull(uri);
        }
    }
}
