package io.frontdesk.calendarplugin.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.calendarplugin.CalendarApp;
import io.frontdesk.calendarplugin.refusal.ProviderBusy;
import io.frontdesk.calendarplugin.refusal.ProviderSilent;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TwoWaySyncTest extends CalendarApp {
    private final UUID booking = UUID.randomUUID();
    private final String uid = booking + "@frontdesk";

    @Test
    void mergesForeignEventsIntoBusyTimeWithoutTheirTitles() {
        var id = connected("");
        provider.put("a", null, hour(), hour().plusSeconds(3600));
        provider.put("b", null, hour().plusSeconds(1800), hour().plusSeconds(5400));
        provider.put("c", null, hour().plusSeconds(9000), hour().plusSeconds(9600));
        assertThat(sync(id).json().get("changed").intValue()).isEqualTo(3);
        assertThat(INTEGRATION.busy(id))
                .containsExactly(
                        hour() + "/" + hour().plusSeconds(5400),
                        hour().plusSeconds(9000) + "/" + hour().plusSeconds(9600));
        assertThat(INTEGRATION.spans(id).toString()).doesNotContain("Secret");

        provider.delete("b");
        sync(id);
        assertThat(INTEGRATION.busy(id)).contains(hour() + "/" + hour().plusSeconds(3600));
        assertThat(provider.fullReads(id)).isEqualTo(1);
    }

    @Test
    void tellsTitlesWhereAsked() {
        var id = connected("\"storeTitles\":true");
        provider.put("a", null, hour(), hour().plusSeconds(3600));
        sync(id);
        assertThat(INTEGRATION.spans(id).toString()).contains("Secret a");
    }

    @Test
    void writesABookingOnceAndFollowsIt() {
        var id = connected("");
        tell("confirmed", fact(booking, 0, "confirmed", hour()));
        tell("confirmed", fact(booking, 0, "confirmed", hour()));
        patiently().until(() -> provider.events().size() == 1);
        sync(id);
        assertThat(provider.writes).hasValue(1);
        assertThat(INTEGRATION.busy(id)).as("ours is not busy").isEmpty();

        tell("rescheduled", fact(booking, 1, "confirmed", hour().plusSeconds(7200)));
        patiently()
                .until(() -> provider.events().getFirst().start().equals(hour().plusSeconds(7200)));
        tell("cancelled", fact(booking, 2, "cancelled", hour().plusSeconds(7200)));
        patiently().until(() -> provider.events().isEmpty());
        assertThat(conflicts(id)).isEqualTo("[]");
    }

    @Test
    void ignoresWhatArrivesLate() {
        var id = connected("");
        tell("rescheduled", fact(booking, 3, "confirmed", hour().plusSeconds(7200)));
        tell("confirmed", fact(booking, 0, "confirmed", hour()));
        tell("cancelled", fact(booking, 4, "cancelled", hour()));
        tell("rescheduled", fact(booking, 2, "confirmed", hour().plusSeconds(60)));
        var other = UUID.randomUUID();
        tell("confirmed", fact(other, 0, "confirmed", hour()));
        patiently().until(() -> provider.events().size() == 1);
        sync(id);
        assertThat(provider.events().getFirst().bookingId()).isEqualTo(other.toString());
    }

    @Test
    void makesOneEventWhenTheAnswerToAWriteIsLost() {
        var id = connected("");
        provider.lostAnswers.add(new ProviderSilent("died"));
        tell("confirmed", fact(booking, 0, "confirmed", hour()));
        patiently().until(() -> health(id).contains("died"));
        assertThat(sync(id).status()).isEqualTo(200);
        assertThat(provider.events()).hasSize(1);
        assertThat(health(id)).doesNotContain("died");
        tell("rescheduled", fact(booking, 1, "confirmed", hour().plusSeconds(7200)));
        patiently()
                .until(() -> provider.events().getFirst().start().equals(hour().plusSeconds(7200)));
    }

    @Test
    void removesAnEventWhoseWriteWasNeverAnswered() {
        connected("");
        provider.lostAnswers.add(new ProviderSilent("died"));
        tell("confirmed", fact(booking, 0, "confirmed", hour()));
        patiently().until(() -> provider.events().size() == 1);
        tell("cancelled", fact(booking, 1, "cancelled", hour()));
        patiently().until(() -> provider.events().isEmpty());
    }

    @Test
    void reportsWhatWasMovedThereAndDoesNotOverwriteIt() {
        var id = connected("");
        tell("confirmed", fact(booking, 0, "confirmed", hour()));
        patiently().until(() -> provider.events().size() == 1);
        sync(id);
        provider.put(uid, null, hour().plusSeconds(600), hour().plusSeconds(4200));
        assertThat(sync(id).json().get("conflicts").intValue()).isEqualTo(1);
        assertThat(sync(id).json().get("conflicts").intValue()).as("known").isZero();
        assertThat(conflicts(id)).contains("moved-there", booking.toString());

        tell("rescheduled", fact(booking, 1, "confirmed", hour().plusSeconds(7200)));
        patiently().until(() -> conflicts(id).contains("changed-there"));
        assertThat(provider.events().getFirst().start()).isEqualTo(hour().plusSeconds(600));
        tell("cancelled", fact(booking, 2, "cancelled", hour()));
        sync(id);
        assertThat(provider.events()).as("changed by somebody, so not ours to remove").hasSize(1);
        assertThat(INTEGRATION.changes).isEmpty();
    }

    @Test
    void changesTheBookingAlikeWhereAsked() {
        var id = connected("\"foreignChanges\":\"apply\"");
        tell("confirmed", fact(booking, 0, "confirmed", hour()));
        patiently().until(() -> provider.events().size() == 1);
        sync(id);
        provider.put(uid, null, hour().plusSeconds(600), hour().plusSeconds(4200));
        sync(id);
        assertThat(INTEGRATION.changes).hasSize(1);
        assertThat(INTEGRATION.changes.getFirst())
                .contains("reschedule " + booking, hour().plusSeconds(600).toString());
        tell("rescheduled", fact(booking, 1, "confirmed", hour().plusSeconds(600)));
        patiently().until(() -> provider.writes.get() == 2);
        assertThat(conflicts(id)).isEqualTo("[]");

        sync(id);
        provider.delete(uid);
        sync(id);
        assertThat(INTEGRATION.changes.getLast()).contains("cancellation " + booking);
    }

    @Test
    void reportsAChangeThatTheBookingCannotFollow() {
        var id = connected("\"foreignChanges\":\"apply\"");
        tell("confirmed", fact(booking, 0, "confirmed", hour()));
        patiently().until(() -> provider.events().size() == 1);
        sync(id);
        INTEGRATION.refusing.set(true);
        provider.put(uid, null, hour().plusSeconds(600), hour().plusSeconds(4200));
        sync(id);
        assertThat(conflicts(id)).contains("change-refused", "The slot is taken.");
    }

    @Test
    void reportsADeletionThereAndWritesNothingNew() {
        var id = connected("");
        tell("confirmed", fact(booking, 0, "confirmed", hour()));
        patiently().until(() -> provider.events().size() == 1);
        sync(id);
        provider.delete(uid);
        sync(id);
        assertThat(conflicts(id)).contains("deleted-there");
        clock.advance(Duration.ofDays(1).plusMinutes(1));
        sync(id);
        assertThat(provider.events()).isEmpty();
    }

    @Test
    void reportsAnOverlapWithABooking() {
        var id = connected("");
        INTEGRATION.overlapping.put(id, booking);
        provider.put("a", null, hour(), hour().plusSeconds(3600));
        sync(id);
        assertThat(conflicts(id)).contains("overlap", booking.toString());
        provider.delete("a");
        sync(id);
        assertThat(conflicts(id)).isEqualTo("[]");
    }

    @Test
    void waitsAsLongAsTheProviderAsks() {
        var id = connected("");
        provider.faults.add(new ProviderBusy("429", Duration.ofMinutes(20)));
        assertThat(sync(id).status()).isEqualTo(503);
        clock.advance(Duration.ofMinutes(19));
        assertThat(sync(id).body()).contains("asked to wait");
        clock.advance(Duration.ofMinutes(2));
        assertThat(sync(id).status()).isEqualTo(200);
    }

    private String health(UUID id) {
        return get("/api/calendar/connections/" + id).body();
    }

    private String conflicts(UUID id) {
        return get("/api/calendar/connections/" + id + "/conflicts").json().get("items").toString();
    }
}
