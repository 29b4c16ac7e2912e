package io.frontdesk.calendarplugin;

import io.frontdesk.calendarplugin.event.BookedEvent;
import io.frontdesk.calendarplugin.event.ChangePage;
import io.frontdesk.calendarplugin.event.RemoteEvent;
import io.frontdesk.calendarplugin.event.Window;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.provider.CalendarProvider;
import io.frontdesk.calendarplugin.provider.Capabilities;
import io.frontdesk.calendarplugin.provider.Consent;
import io.frontdesk.calendarplugin.provider.Push;
import io.frontdesk.calendarplugin.provider.RemoteCalendar;
import io.frontdesk.calendarplugin.refusal.AccessRevoked;
import io.frontdesk.calendarplugin.refusal.SyncTokenExpired;
import io.frontdesk.calendarplugin.refusal.VersionConflict;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A calendar service with one calendar, consent and calls, whose faults a test chooses. */
public class StandInProvider implements CalendarProvider, Consent, Push {
    /** Thrown by the next calls before they do anything. */
    public final Queue<RuntimeException> faults = new ConcurrentLinkedQueue<>();

    /** Thrown by the next writes after they were done: the answer is lost. */
    public final Queue<RuntimeException> lostAnswers = new ConcurrentLinkedQueue<>();

    /** Thrown instead of the second page. */
    public final Queue<RuntimeException> halfPages = new ConcurrentLinkedQueue<>();

    public final AtomicInteger writes = new AtomicInteger();
    public final AtomicInteger refreshes = new AtomicInteger();
    public final List<String> challenges = new ArrayList<>();
    public boolean revoked;
    public boolean refreshRefused;
    public @Nullable String pushSecret;

    private final Clock clock;
    private final Map<String, RemoteEvent> events = new TreeMap<>();
    private final List<String> log = new ArrayList<>();
    private final Map<UUID, Integer> fullReads = new ConcurrentHashMap<>();
    private int forgotten;

    StandInProvider(Clock clock) {
        this.clock = clock;
    }

    public synchronized void reset() {
        faults.clear();
        lostAnswers.clear();
        halfPages.clear();
        events.clear();
        log.clear();
        forgotten = 0;
        writes.set(0);
        fullReads.clear();
        refreshes.set(0);
        revoked = false;
        refreshRefused = false;
    }

    public synchronized void put(String id, @Nullable UUID booking, Instant start, Instant end) {
        var before = events.get(id);
        var of = booking != null || before == null ? text(booking) : before.bookingId();
        log.add(id);
        events.put(
                id,
                new RemoteEvent(
                        id,
                        id,
                        of,
                        "e" + log.size(),
                        start,
                        end,
                        false,
                        true,
                        "Secret " + id,
                        null));
    }

    public synchronized void delete(String id) {
        events.remove(id);
        log.add(id);
    }

    public synchronized List<RemoteEvent> events() {
        return List.copyOf(events.values());
    }

    /** How often everything was read for a connection. */
    public int fullReads(UUID connection) {
        return fullReads.getOrDefault(connection, 0);
    }

    public synchronized void forgetTokens() {
        log.add("nothing");
        forgotten = log.size();
    }

    /** What the provider's page answers to the owner's browser: our callback with a code. */
    public String consent(String consentUrl) {
        var state = consentUrl.replaceFirst(".*state=([^&]*).*", "$1");
        return "/api/calendar/connections/stand-in/callback?code=good&state=" + state;
    }

    @Override
    public String name() {
        return "stand-in";
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                true, true, true, true, true, true, null, null, Duration.ofDays(7), null);
    }

    @Override
    public List<RemoteCalendar> calendars(Access access) {
        opens(access);
        return List.of(new RemoteCalendar("primary", "Anna", "Europe/Berlin", true, true));
    }

    @Override
    public synchronized ChangePage changes(
            Access access,
            String calendarId,
            Window window,
            @Nullable String token,
            @Nullable String page) {
        opens(access);
        var now = String.valueOf(log.size());
        if (token == null) {
            var all = new ArrayDeque<>(events.values());
            if (page == null) {
                fullReads.merge(access.connectionId(), 1, Integer::sum);
                var first = all.isEmpty() ? List.<RemoteEvent>of() : List.of(all.pop());
                return new ChangePage(first, List.of(), "2", null, true);
            }
            fault(halfPages);
            var rest = all.stream().skip(1).toList();
            return new ChangePage(rest, List.of(), null, now, true);
        }
        if (Integer.parseInt(token) < forgotten) {
            throw new SyncTokenExpired("410");
        }
        var touched = log.subList(Integer.parseInt(token), log.size());
        var changed = events.values().stream().filter(e -> touched.contains(e.id())).toList();
        var removed = touched.stream().filter(id -> !events.containsKey(id)).distinct().toList();
        return new ChangePage(changed, removed, null, now, false);
    }

    @Override
    public synchronized RemoteEvent write(
            Access access, String calendarId, BookedEvent event, @Nullable String etag) {
        opens(access);
        var there = events.get(event.uid());
        if (etag != null && (there == null || !etag.equals(there.etag()))) {
            throw new VersionConflict("412");
        }
        writes.incrementAndGet();
        put(event.uid(), event.bookingId(), event.start(), event.end());
        fault(lostAnswers);
        return Objects.requireNonNull(events.get(event.uid()));
    }

    @Override
    public synchronized void remove(
            Access access, String calendarId, String eventId, @Nullable String etag) {
        opens(access);
        var there = events.get(eventId);
        if (there != null && etag != null && !etag.equals(there.etag())) {
            throw new VersionConflict("412");
        }
        delete(eventId);
    }

    @Override
    public synchronized Optional<RemoteEvent> find(Access access, String calendarId, String id) {
        opens(access);
        return Optional.ofNullable(events.get(id));
    }

    @Override
    public URI address(String state, String codeChallenge, URI callback) {
        challenges.add(codeChallenge);
        return URI.create("https://provider.example/consent?state=" + state);
    }

    @Override
    public Grant exchange(String code, String codeVerifier, URI callback) {
        if (!code.equals("good")) {
            throw new AccessRevoked("The code is wrong.");
        }
        return new Grant("token", "refresh", clock.instant().plus(Duration.ofHours(1)));
    }

    @Override
    public Grant refresh(String refreshToken) {
        if (refreshRefused) {
            throw new AccessRevoked("The owner took the access back.");
        }
        refreshes.incrementAndGet();
        return new Grant("token", null, clock.instant().plus(Duration.ofHours(1)));
    }

    @Override
    public Channel subscribe(Access access, String calendarId, URI callback, String secret) {
        pushSecret = secret;
        return new Channel("channel", null, clock.instant().plus(Duration.ofDays(7)));
    }

    @Override
    public Channel renew(
            Access access, String calendarId, Channel channel, URI callback, String secret) {
        return subscribe(access, calendarId, callback, secret);
    }

    @Override
    public void unsubscribe(Access access, Channel channel) {
        pushSecret = null;
    }

    @Override
    public Optional<Call> read(
            byte[] body, Map<String, String> headers, Map<String, String> query, String secret) {
        if (query.containsKey("handshake")) {
            return Optional.of(new Call(false, query.get("handshake")));
        }
        return new String(body, StandardCharsets.UTF_8).equals(secret)
                ? Optional.of(new Call(true, null))
                : Optional.empty();
    }

    private void opens(Access access) {
        fault(faults);
        if (revoked || !access.secret().equals("token")) {
            throw new AccessRevoked("The owner took the access back.");
        }
    }

    private static void fault(Queue<RuntimeException> faults) {
        var fault = faults.poll();
        if (fault != null) {
            throw fault;
        }
    }

    private static @Nullable String text(@Nullable UUID booking) {
        return booking == null ? null : booking.toString();
    }
}
