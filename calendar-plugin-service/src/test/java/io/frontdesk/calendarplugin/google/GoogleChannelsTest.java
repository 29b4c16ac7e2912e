package io.frontdesk.calendarplugin.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.calendarplugin.provider.Push.Call;
import io.frontdesk.calendarplugin.provider.Push.Channel;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GoogleChannelsTest {
    private static final URI CALLBACK = URI.create("https://desk.example.com/push/1");
    private static final String SECRET = "channel-secret";

    private final GoogleTrial trial = new GoogleTrial();

    @AfterEach
    void close() {
        trial.close();
    }

    private Channel subscribe() {
        return trial.provider.subscribe(trial.access, GoogleStandIn.CALENDAR, CALLBACK, SECRET);
    }

    @Test
    void makesAChannelWithASecret() {
        var channel = subscribe();
        assertThat(channel.resource()).isEqualTo("resource-1");
        assertThat(channel.expiresAt()).isEqualTo(GoogleTrial.NOW.plus(GoogleChannels.LIFETIME));
        var asked = trial.server.last().json();
        assertThat(asked.path("token").asString()).isEqualTo(SECRET);
        assertThat(asked.path("address").asString()).isEqualTo(CALLBACK.toString());
    }

    @Test
    void makesTheNewOneBeforeItEndsTheOld() {
        var old = subscribe();
        var renewed =
                trial.provider.renew(trial.access, GoogleStandIn.CALENDAR, old, CALLBACK, SECRET);
        assertThat(renewed.id()).isNotEqualTo(old.id());
        assertThat(trial.google.channels).containsOnlyKeys(renewed.id());
        assertThat(trial.server.last().path()).endsWith("/channels/stop");
    }

    @Test
    void keepsTheNewOneThoughTheOldDoesNotEnd() {
        var gone = new Channel("gone", "resource-1", GoogleTrial.NOW);
        var renewed =
                trial.provider.renew(trial.access, GoogleStandIn.CALENDAR, gone, CALLBACK, SECRET);
        assertThat(trial.google.channels).containsKey(renewed.id());
        trial.provider.unsubscribe(trial.access, renewed);
        trial.provider.unsubscribe(trial.access, renewed);
        assertThat(trial.google.channels).isEmpty();
    }

    @Test
    void syncsOnAChangeButNotOnTheFirstCall() {
        assertThat(read(Map.of("x-goog-channel-token", SECRET, "x-goog-resource-state", "sync")))
                .isEqualTo(new Call(false, null));
        assertThat(read(Map.of("x-goog-channel-token", SECRET, "x-goog-resource-state", "exists")))
                .isEqualTo(new Call(true, null));
    }

    @Test
    void takesNoCallWithoutTheSecret() {
        assertThat(read(Map.of("x-goog-channel-token", "x", "x-goog-resource-state", "exists")))
                .isNull();
        assertThat(read(Map.of("x-goog-resource-state", "exists"))).isNull();
        assertThat(read(Map.of("x-goog-channel-token", SECRET))).isNull();
    }

    private @Nullable Call read(Map<String, String> headers) {
        return trial.provider.read(new byte[0], headers, Map.of(), SECRET).orElse(null);
    }
}
