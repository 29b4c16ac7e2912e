package io.frontdesk.calendarplugin.google;

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
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Google Calendar, connected by its owner's consent. */
@Component
@EnableConfigurationProperties(GoogleProperties.class)
class GoogleProvider implements CalendarProvider, Consent, Push {
    private static final String SCOPE = "https://www.googleapis.com/auth/calendar.";
    private static final Set<String> SCOPES =
            Set.of(SCOPE + "events", SCOPE + "calendarlist.readonly");

    /** Requests a minute and user that a new project is allowed. */
    private static final int QUOTA = 600;

    private final Consent consent;
    private final GoogleChannels channels;
    private final GoogleCalendars calendars;
    private final GoogleWrites writes;

    GoogleProvider(GoogleProperties properties, JsonMapper json, Clock clock) {
        var calls = new Calls(properties.limits());
        var api = new GoogleApi(calls, properties.baseUrl(), clock);
        this.consent = new CodeFlow(client(properties), calls, json, clock);
        this.channels = new GoogleChannels(api, clock);
        this.calendars = new GoogleCalendars(api);
        this.writes = new GoogleWrites(api, calendars);
    }

    /** Google gives a lasting access only when it is asked for and consented to anew. */
    private static OAuthClient client(GoogleProperties properties) {
        return new OAuthClient(
                GoogleApi.NAME,
                GoogleProperties.PREFIX,
                properties.clientId(),
                properties.clientSecret(),
                properties.consentUrl(),
                properties.tokenUrl(),
                SCOPES,
                SCOPES,
                Map.of("access_type", "offline", "prompt", "consent"));
    }

    @Override
    public String name() {
        return "google";
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                true, true, true, true, true, true, null, null, GoogleChannels.LIFETIME, QUOTA);
    }

    @Override
    public List<RemoteCalendar> calendars(Access access) {
        return calendars.list(access);
    }

    @Override
    public ChangePage changes(
            Access access,
            String calendarId,
            Window window,
            @Nullable String syncToken,
            @Nullable String nextPage) {
        return calendars.changes(access, calendarId, window, syncToken, nextPage);
    }

    @Override
    public RemoteEvent write(
            Access access, String calendarId, BookedEvent event, @Nullable String etag) {
        return writes.write(access, calendarId, event, etag);
    }

    @Override
    public void remove(Access access, String calendarId, String eventId, @Nullable String etag) {
        writes.remove(access, calendarId, eventId, etag);
    }

    @Override
    public Optional<RemoteEvent> find(Access access, String calendarId, String eventId) {
        return calendars.find(access, calendarId, eventId);
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
        return channels.subscribe(access, calendarId, callback, secret);
    }

    @Override
    public Channel renew(
            Access access, String calendarId, Channel channel, URI callback, String secret) {
        return channels.renew(access, calendarId, channel, callback, secret);
    }

    @Override
    public void unsubscribe(Access access, Channel channel) {
        channels.unsubscribe(access, channel);
    }

    @Override
    public Optional<Call> read(
            byte[] body, Map<String, String> headers, Map<String, String> query, String secret) {
        return channels.read(body, headers, query, secret);
    }
}
