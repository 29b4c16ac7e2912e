package io.frontdesk.calendarplugin.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.calendarplugin.CalendarApp;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConsentTest extends CalendarApp {

    @Test
    void sendsTheOwnerWithAStateAndAChallengeOfItsOwn() {
        var one = begun();
        var two = begun();
        assertThat(one.text("consentUrl")).isNotEqualTo(two.text("consentUrl"));
        assertThat(provider.challenges).doesNotHaveDuplicates();
        assertThat(provider.challenges).allMatch(each -> each.matches("[A-Za-z0-9_-]{43}"));
        assertThat(health(one)).contains("\"status\":\"awaiting_consent\"");
    }

    @Test
    void takesAStateOnceOnly() {
        var made = begun();
        var back = provider.consent(made.text("consentUrl"));
        assertThat(anonymous("GET", back, null).status()).isEqualTo(200);
        var replayed = anonymous("GET", back, null);
        assertThat(replayed.status()).isEqualTo(400);
        assertThat(replayed.body()).contains("calendar-consent-state");
        assertThat(health(made)).contains("\"status\":\"connected\"");
    }

    @Test
    void refusesAForgedState() {
        begun();
        var forged = "/api/calendar/connections/stand-in/callback?code=good&state=";
        assertThat(anonymous("GET", forged + "x".repeat(43), null).status()).isEqualTo(400);
        assertThat(anonymous("GET", forged, null).status()).isEqualTo(400);
        assertThat(anonymous("GET", forged.split("\\?", 2)[0], null).status()).isEqualTo(400);
    }

    @Test
    void refusesAStateOfAnotherProviderAndLeavesItGood() {
        var made = begun();
        var back = provider.consent(made.text("consentUrl"));
        assertThat(anonymous("GET", back.replace("stand-in", "caldav"), null).status())
                .isEqualTo(400);
        assertThat(anonymous("GET", back, null).status()).isEqualTo(200);
    }

    @Test
    void refusesAStateThatExpired() {
        var made = begun();
        clock.advance(Duration.ofMinutes(16));
        var late = anonymous("GET", provider.consent(made.text("consentUrl")), null);
        assertThat(late.status()).isEqualTo(400);
        assertThat(late.body()).contains("too late");
        assertThat(health(made)).contains("\"status\":\"awaiting_consent\"");
    }

    @Test
    void saysThatTheOwnerRefused() {
        var made = begun();
        var back = provider.consent(made.text("consentUrl"));
        var refused = anonymous("GET", back.replace("code=good", "error=access_denied"), null);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(health(made)).contains("access_denied", "awaiting_consent");
    }

    @Test
    void connectsNothingWithAWrongCode() {
        var made = begun();
        var back = provider.consent(made.text("consentUrl"));
        assertThat(anonymous("GET", back.replace("code=good", "code=stolen"), null).status())
                .isEqualTo(409);
        assertThat(health(made)).contains("\"status\":\"awaiting_consent\"");
        var id = UUID.fromString(made.text("id"));
        assertThat(sync(id).status()).isEqualTo(409);
    }

    private Answer begun() {
        return post(
                "/api/calendar/connections",
                "{\"provider\":\"stand-in\",\"resourceId\":\"" + resource + "\"}");
    }

    private String health(Answer made) {
        return get("/api/calendar/connections/" + made.text("id")).body();
    }
}
