package io.frontdesk.calendarplugin.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.calendarplugin.provider.Push.Call;
import io.frontdesk.calendarplugin.provider.Push.Channel;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutlookSubscriptionsTest {
    private static final URI CALLBACK = URI.create("https://desk.example.com/push/1");
    private static final String SECRET = "client-state";

    private final OutlookTrial trial = new OutlookTrial();

    @AfterEach
    void close() {
        trial.close();
    }

    private Channel subscribe() {
        return trial.provider.subscribe(trial.access, OutlookStandIn.CALENDAR, CALLBACK, SECRET);
    }

    private Channel renew(Channel channel) {
        return trial.provider.renew(
                trial.access, OutlookStandIn.CALENDAR, channel, CALLBACK, SECRET);
    }

    @Test
    void subscribesForACalendar() {
        var channel = subscribe();
        assertThat(channel.expiresAt())
                .isEqualTo(OutlookTrial.NOW.plus(OutlookSubscriptions.LIFETIME));
        var asked = trial.server.last().json();
        assertThat(asked.path("clientState").asString()).isEqualTo(SECRET);
        assertThat(asked.path("resource").asString())
                .isEqualTo("me/calendars/" + OutlookStandIn.CALENDAR + "/events");
        assertThat(asked.path("lifecycleNotificationUrl").asString())
                .isEqualTo(CALLBACK.toString());
        assertThat(Instant.parse(asked.path("expirationDateTime").asString()))
                .isEqualTo(channel.expiresAt());
    }

    @Test
    void prolongsASubscription() {
        var channel = subscribe();
        assertThat(renew(channel).id()).isEqualTo(channel.id());
        assertThat(trial.server.last().method()).isEqualTo("PATCH");
        trial.outlook.subscriptions.clear();
        assertThat(renew(channel).id()).isNotEqualTo(channel.id());
        assertThat(trial.outlook.subscriptions).hasSize(1);
    }

    @Test
    void endsASubscriptionOnce() {
        var channel = subscribe();
        trial.provider.unsubscribe(trial.access, channel);
        trial.provider.unsubscribe(trial.access, channel);
        assertThat(trial.outlook.subscriptions).isEmpty();
    }

    @Test
    void sendsTheHandshakeBack() {
        assertThat(read("", Map.of("validationToken", "Validation: <Testing> 1")))
                .isEqualTo(new Call(false, "Validation: <Testing> 1"));
        assertThat(read("", Map.of("validationToken", "x".repeat(5000)))).isNull();
    }

    @Test
    void syncsOnANotificationWithTheSecret() {
        var call = new Call(true, null);
        assertThat(read("{\"value\":[{\"clientState\":\"client-state\"}]}")).isEqualTo(call);
        assertThat(
                        read(
                                "{\"value\":[{\"clientState\":\"client-state\","
                                        + "\"lifecycleEvent\":\"missed\"}]}"))
                .isEqualTo(call);
    }

    @Test
    void takesNoNotificationOfSomebodyElse() {
        assertThat(read("{\"value\":[{\"clientState\":\"another\"}]}")).isNull();
        assertThat(
                        read(
                                "{\"value\":[{\"clientState\":\"client-state\"},"
                                        + "{\"clientState\":\"another\"}]}"))
                .isNull();
        assertThat(read("{\"value\":[{}]}")).isNull();
        assertThat(read("{\"value\":[]}")).isNull();
        assertThat(read("{\"value\":")).isNull();
        assertThat(read("")).isNull();
        assertThat(read("7")).isNull();
    }

    private @Nullable Call read(String body) {
        return read(body, Map.of());
    }

    private @Nullable Call read(String body, Map<String, String> query) {
        return trial.provider
                .read(body.getBytes(StandardCharsets.UTF_8), Map.of(), query, SECRET)
                .orElse(null);
    }
}
