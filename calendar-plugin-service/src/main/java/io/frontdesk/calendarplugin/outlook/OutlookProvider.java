package io.frontdesk.calendarplugin.outlook;

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

/** Outlook, of a company or a person, connected by its owner's consent. */
@Component
@EnableConfigurationProperties(OutlookProperties.class)
class OutlookProvider implements CalendarProvider, Consent, Push {
    private static final String SCOPE = "https://graph.microsoft.com/";
    private static final Set<String> SCOPES =
            Set.of("offline_access", SCOPE + "Calendars.ReadWrite", SCOPE + "MailboxSettings.Read");

    /** Graph allows a mailbox 10,000 requests in ten minutes. */
    private static final int QUOTA = 1000;

    private final Consent consent;
    private final OutlookSubscriptions channels;
    private final OutlookCalendars calendars;
    private final OutlookWrites writes;

    OutlookProvider(OutlookProperties properties, JsonMapper json, Clock clock) {
        var api = new GraphApi(properties.limits(), properties.baseUrl(), clock);
        var login = new Calls(properties.limits());
        this.consent = new CodeFlow(client(properties), login, json, clock);
        this.channels = new OutlookSubscriptions(api, json, clock);
        this.calendars = new OutlookCalendars(api);
        this.writes = new OutlookWrites(api, calendars, clock);
    }

    private static OAuthClient client(OutlookProperties properties) {
        return new OAuthClient(
                GraphApi.NAME,
                OutlookProperties.PREFIX,
                properties.clientId(),
                properties.clientSecret(),
                URI.create(properties.loginUrl() + "/authorize"),
                URI.create(properties.loginUrl() + "/token"),
                SCOPES,
                Set.of(),
                Map.of("response_mode", "query", "prompt", "select_account"));
    }

    @Override
    public String name() {
        return "outlook";
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                true,
                true,
                true,
                true,
                true,
                true,
                null,
                null,
                OutlookSubscriptions.LIFETIME,
                QUOTA);
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
