package io.frontdesk.calendarplugin.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.calendarplugin.CalendarApp;
import io.frontdesk.calendarplugin.refusal.ProviderSilent;
import io.frontdesk.calendarplugin.refusal.SyncTokenExpired;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DegradationTest extends CalendarApp {

    @Test
    void readsEverythingAnewWhenTheProviderForgotTheToken() {
        var id = connected("");
        provider.put("a", null, hour(), hour().plusSeconds(3600));
        sync(id);
        provider.delete("a");
        provider.put("b", null, hour().plusSeconds(7200), hour().plusSeconds(9000));
        provider.forgetTokens();
        assertThat(sync(id).status()).isEqualTo(200);
        assertThat(provider.fullReads(id)).isEqualTo(2);
        assertThat(INTEGRATION.busy(id))
                .containsExactly(hour().plusSeconds(7200) + "/" + hour().plusSeconds(9000));
    }

    @Test
    void readsTheMovingWindowAnewEachDay() {
        var id = connected("");
        clock.advance(Duration.ofHours(23));
        sync(id);
        assertThat(provider.fullReads(id)).isEqualTo(1);
        clock.advance(Duration.ofHours(2));
        sync(id);
        assertThat(provider.fullReads(id)).isEqualTo(2);
    }

    @Test
    void takesNothingInOfHalfAReading() {
        var id = connected("");
        provider.put("a", null, hour(), hour().plusSeconds(3600));
        provider.put("b", null, hour().plusSeconds(7200), hour().plusSeconds(9000));
        sync(id);
        var before = INTEGRATION.busy(id);
        provider.forgetTokens();
        provider.halfPages.add(new ProviderSilent("cut off"));
        assertThat(sync(id).status()).isEqualTo(504);
        assertThat(INTEGRATION.busy(id)).isEqualTo(before);
        assertThat(health(id).get("error").stringValue()).contains("cut off");
        assertThat(sync(id).status()).isEqualTo(200);
        assertThat(INTEGRATION.busy(id)).isEqualTo(before);
    }

    @Test
    void tellsAgainWhatTheIntegrationDidNotTake() {
        var id = connected("");
        INTEGRATION.down.set(true);
        provider.put("a", null, hour(), hour().plusSeconds(3600));
        assertThat(sync(id).status()).isEqualTo(503);
        INTEGRATION.down.set(false);
        clock.advance(Duration.ofSeconds(30));
        patiently().until(() -> sync(id).status() == 200);
        assertThat(INTEGRATION.busy(id)).hasSize(1);
    }

    @Test
    void degradesToStaleWhenTheAccessIsTakenBack() {
        var id = connected("");
        provider.put("a", null, hour(), hour().plusSeconds(3600));
        sync(id);
        assertThat(health(id).get("status").stringValue()).isEqualTo("connected");
        provider.revoked = true;
        assertThat(sync(id).body()).contains("calendar-access-revoked");
        assertThat(health(id).get("status").stringValue()).isEqualTo("revoked");
        assertThat(health(id).has("staleSince")).isTrue();
        assertThat(INTEGRATION.state(id)).isEqualTo("revoked");
        assertThat(INTEGRATION.busy(id)).as("what is known stays busy").hasSize(1);
        assertThat(sync(id).status()).isEqualTo(409);

        provider.revoked = false;
        var again = post("/api/calendar/connections/" + id + "/resume", "");
        assertThat(anonymous("GET", provider.consent(again.text("consentUrl")), null).status())
                .isEqualTo(200);
        patiently().until(() -> INTEGRATION.state(id).equals("active"));
        assertThat(health(id).get("status").stringValue()).isEqualTo("connected");
    }

    @Test
    void saysSinceWhenItIsStale() {
        var id = connected("");
        var last = health(id).get("lastSync").stringValue();
        for (int i = 0; i < 20; i++) {
            provider.faults.add(new ProviderSilent("slow"));
        }
        clock.advance(Duration.ofMinutes(16));
        assertThat(health(id).get("status").stringValue()).isEqualTo("stale");
        assertThat(health(id).get("staleSince").stringValue()).isEqualTo(last);
    }

    @Test
    void renewsATokenBeforeItEndsAndNoticesARefusal() {
        var id = connected("");
        clock.advance(Duration.ofMinutes(56));
        sync(id);
        assertThat(provider.refreshes.get()).isPositive();
        provider.refreshRefused = true;
        clock.advance(Duration.ofMinutes(59));
        patiently()
                .until(() ->
                        health(id).get("status").stringValue().equals("revoked")
                                || sync(id).status() == 409);
        assertThat(health(id).get("status").stringValue()).isEqualTo("revoked");
    }

    @Test
    void syncsByItselfAfterTheInterval() {
        var id = connected("");
        provider.put("a", null, hour(), hour().plusSeconds(3600));
        clock.advance(Duration.ofMinutes(7));
        patiently().until(() -> INTEGRATION.busy(id).size() == 1);
    }

    @Test
    void beginsAgainWhenAFullReadingFindsTheTokenExpiredTwice() {
        var id = connected("");
        provider.faults.add(new SyncTokenExpired("410"));
        assertThat(sync(id).status()).isEqualTo(200);
    }

    @Test
    void carriesManySpansInParts() {
        var id = connected("");
        for (int i = 0; i < 1500; i++) {
            var start = hour().plusSeconds(i * 7200L);
            provider.put("e" + i, null, start, start.plusSeconds(3600));
        }
        sync(id);
        assertThat(INTEGRATION.busy(id)).hasSize(1500);
        provider.forgetTokens();
        sync(id);
        assertThat(INTEGRATION.busy(id)).hasSize(1500);
    }

    private tools.jackson.databind.JsonNode health(UUID id) {
        return get("/api/calendar/connections/" + id).json();
    }
}
