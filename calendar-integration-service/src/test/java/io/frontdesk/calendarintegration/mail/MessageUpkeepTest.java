package io.frontdesk.calendarintegration.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.calendarintegration.InvitationApp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MessageUpkeepTest extends InvitationApp {
    @Autowired private MessageUpkeep upkeep;

    @Test
    void forgetsWhatWasSentNinetyDaysAgo() {
        var now = clock.instant();
        var old = message("sent", now.minus(Duration.ofDays(91)), null);
        var neverSent = message("held", now.minus(Duration.ofDays(91)), null);
        var recent = message("sent", now.minus(Duration.ofDays(89)), null);
        var waiting = message("queued", now.minus(Duration.ofDays(91)), null);

        upkeep.tend();

        assertThat(get("/api/calendar/messages/" + old).status()).isEqualTo(404);
        assertThat(get("/api/calendar/messages/" + neverSent).status()).isEqualTo(404);
        assertThat(get("/api/calendar/messages/" + recent).status()).isEqualTo(200);
        assertThat(get("/api/calendar/messages/" + waiting).status()).isEqualTo(200);
    }

    @Test
    void sendsWhatWasHeldWhereThatStillSaysSomething() {
        var now = clock.instant();
        var resource = newResource();
        var ahead = newBooking(resource, now.plus(Duration.ofDays(2)), "Ada", "ada@example.com");
        var over = newBooking(resource, now.minus(Duration.ofDays(2)), "Ada", "ada@example.com");
        var useful = message("held", now.minus(Duration.ofDays(3)), ahead);
        var stale = message("held", now.minus(Duration.ofDays(3)), over);

        upkeep.tend();

        Awaitility.await().until(() -> state(useful).equals("sent"));
        assertThat(state(stale)).isEqualTo("held");
    }

    private String state(UUID message) {
        return get("/api/calendar/messages/" + message).json().get("state").stringValue();
    }

    private UUID message(String state, Instant at, @Nullable UUID booking) {
        var id = UUID.randomUUID();
        return asTenant(() -> {
            jdbc.sql(
                            """
                            insert into message (id, kind, booking_id, recipient_name,
                                recipient_address, subject, body, state, created_at, sent_at)
                            values (:id, 'confirmation', :booking::uuid, 'Ada', 'ada@example.com',
                                'x', 'y', :state, :at, case when :state = 'sent' then :at end)
                            """)
                    .param("id", id)
                    .param("booking", booking)
                    .param("state", state)
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .update();
            return id;
        });
    }
}
