package io.frontdesk.calendarplugin.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.calendarplugin.CalendarApp;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NotificationTest extends CalendarApp {

    @Test
    void syncsWhenTheProviderCalls() {
        var id = connected("");
        provider.put("a", null, hour(), hour().plusSeconds(3600));
        assertThat(anonymous("POST", path(id), provider.pushSecret).status()).isEqualTo(202);
        patiently().until(() -> INTEGRATION.busy(id).size() == 1);
    }

    @Test
    void answersAHandshake() {
        var answer = anonymous("POST", path(connected("")) + "?handshake=a%20b%3C", "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("a b<");
    }

    @Test
    void knowsNobodyWithoutTheSecret() {
        var id = connected("");
        assertThat(anonymous("POST", path(id), "guess").status()).isEqualTo(404);
        assertThat(anonymous("POST", path(UUID.randomUUID()), provider.pushSecret).status())
                .isEqualTo(404);
        assertThat(anonymous("POST", path(id), "x".repeat(300_000)).status()).isEqualTo(413);
    }

    private static String path(UUID id) {
        return "/api/calendar/connections/" + id + "/notifications";
    }
}
