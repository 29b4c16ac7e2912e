package io.frontdesk.calendarplugin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.frontdesk.calendarplugin.http.StandIn.Fault;
import io.frontdesk.calendarplugin.http.StandIn.Reply;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.provider.CalendarProvider;
import io.frontdesk.calendarplugin.refusal.ProviderBusy;
import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import io.frontdesk.calendarplugin.refusal.ProviderSilent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How each provider over HTTP takes a bad day of the other side. */
public abstract class ProviderFaults {
    private static final String SECRET = "secret-token-of-somebody";

    protected abstract StandIn server();

    protected abstract CalendarProvider provider();

    /** The same with 300 milliseconds of patience and answers of 2 kB at most. */
    protected abstract CalendarProvider impatient();

    protected abstract Access access();

    @Test
    void waitsAsLongAsAsked() {
        server().next(new Fault.Instead(Reply.of(429, Map.of()).with("Retry-After", "7")));
        assertThatThrownBy(() -> provider().calendars(access()))
                .isInstanceOfSatisfying(
                        ProviderBusy.class,
                        busy -> assertThat(busy.pause()).isEqualTo(Duration.ofSeconds(7)));
    }

    @Test
    void readsAgainAfterAFailure() {
        server().next(new Fault.Instead(Reply.empty(500)));
        assertThatThrownBy(() -> provider().calendars(access())).isInstanceOf(ProviderBusy.class);
        assertThat(provider().calendars(access())).isNotEmpty();
    }

    @Test
    void takesNoHalfAnswer() {
        server().next(new Fault.Cut());
        assertThatThrownBy(() -> provider().calendars(access())).isInstanceOf(ProviderSilent.class);
        assertThat(provider().calendars(access())).isNotEmpty();
    }

    @Test
    void takesNoAnswerThatIsNoJson() {
        var garbage = new Reply(200, "<html>Wartung, \"items\": [", Map.of());
        server().next(new Fault.Instead(garbage));
        assertThatThrownBy(() -> provider().calendars(access())).isInstanceOf(ProviderSilent.class);
    }

    @Test
    void takesNoEndlessAnswer() {
        var huge = "{\"x\":\"" + "y".repeat(5000) + "\"}";
        server().next(new Fault.Instead(new Reply(200, huge, Map.of())));
        assertThatThrownBy(() -> impatient().calendars(access()))
                .isInstanceOf(ProviderSilent.class);
    }

    @Test
    void waitsNoLongerThanItsPatience() {
        server().next(new Fault.Slow());
        assertThatThrownBy(() -> impatient().calendars(access()))
                .isInstanceOf(ProviderSilent.class);
    }

    @Test
    void followsNoRedirect() {
        try (var elsewhere = new StandIn(ask -> Reply.of(200, Map.of()))) {
            var target = elsewhere.address("/stolen").toString();
            server().next(new Fault.Instead(Reply.empty(302).with("Location", target)));
            assertThatThrownBy(() -> provider().calendars(access()))
                    .isInstanceOf(ProviderRefused.class);
            assertThat(elsewhere.asked()).isEmpty();
        }
    }

    @Test
    void saysThatNobodyIsThere() {
        server().close();
        assertThatThrownBy(() -> provider().calendars(access())).isInstanceOf(ProviderBusy.class);
    }

    @Test
    void tellsNoToken() {
        var access = new Access(UUID.randomUUID(), null, null, SECRET);
        assertThat(access.toString()).doesNotContain(SECRET);
        var revoked = catchThrowable(() -> provider().calendars(access));
        server().next(new Fault.Instead(Reply.of(400, Map.of("error", SECRET, "message", SECRET))));
        var refused = catchThrowable(() -> provider().calendars(access));
        for (var failure : new Throwable[] {revoked, refused}) {
            var text = new StringWriter();
            failure.printStackTrace(new PrintWriter(text));
            assertThat(text.toString()).doesNotContain(SECRET);
        }
    }
}
