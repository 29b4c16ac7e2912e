package io.frontdesk.calendarplugin.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.calendarplugin.event.BookedEvent;
import io.frontdesk.calendarplugin.event.RemoteEvent;
import io.frontdesk.calendarplugin.http.StandIn.Fault;
import io.frontdesk.calendarplugin.http.StandIn.Reply;
import io.frontdesk.calendarplugin.provider.SampleBooking;
import io.frontdesk.calendarplugin.refusal.ProviderBusy;
import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import io.frontdesk.calendarplugin.refusal.ProviderSilent;
import io.frontdesk.calendarplugin.refusal.VersionConflict;
import java.time.Instant;
import java.util.Collections;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GoogleWritingTest {
    private static final Instant TEN = Instant.parse("2026-03-10T09:00:00Z");

    private final GoogleTrial trial = new GoogleTrial();
    private final SampleBooking sample = SampleBooking.in("Europe/Berlin");
    private final BookedEvent booking = sample.at(0, TEN);

    @AfterEach
    void close() {
        trial.close();
    }

    private RemoteEvent write(BookedEvent event, @Nullable String etag) {
        return trial.provider.write(trial.access, GoogleStandIn.CALENDAR, event, etag);
    }

    private void remove(String id, @Nullable String etag) {
        trial.provider.remove(trial.access, GoogleStandIn.CALENDAR, id, etag);
    }

    @Test
    void makesOneEventThoughTheAnswerWasLost() {
        trial.server.next(new Fault.Cut());
        assertThatThrownBy(() -> write(booking, null)).isInstanceOf(ProviderSilent.class);
        trial.server.next(new Fault.After(Reply.empty(500)));
        assertThatThrownBy(() -> write(booking, null)).isInstanceOf(ProviderSilent.class);
        assertThat(write(booking, null).start()).isEqualTo(TEN);
        assertThat(trial.google.events).hasSize(1);
    }

    @Test
    void knowsWhenNothingWasDone() {
        trial.server.next(new Fault.Instead(Reply.empty(503)));
        assertThatThrownBy(() -> write(booking, null)).isInstanceOf(ProviderBusy.class);
        assertThat(trial.google.events).isEmpty();
    }

    @Test
    void bringsAnOlderWriteUpToDate() {
        trial.server.next(new Fault.Cut());
        assertThatThrownBy(() -> write(booking, null)).isInstanceOf(ProviderSilent.class);
        var later = write(sample.at(1, TEN.plusSeconds(3600)), null);
        assertThat(later.start()).isEqualTo(TEN.plusSeconds(3600));
        assertThat(write(booking, null).start()).as("no way back").isEqualTo(later.start());
        assertThat(trial.google.events).hasSize(1);
    }

    @Test
    void restoresAnEventThatWasRemoved() {
        var written = write(booking, null);
        remove(written.id(), written.etag());
        var again = write(sample.at(1, TEN), null);
        assertThat(again.id()).isEqualTo(written.id());
        assertThat(again.bookingId()).isEqualTo(booking.bookingId().toString());
        assertThat(trial.google.event(again.id()).path("status").asString()).isEqualTo("confirmed");
    }

    @Test
    void saysThatTheEventWasRemovedThere() {
        var written = write(booking, null);
        trial.google.events.clear();
        assertThatThrownBy(() -> write(sample.at(1, TEN), written.etag()))
                .isInstanceOf(VersionConflict.class);
    }

    @Test
    void keepsWhatPeopleAdded() {
        var written = write(booking, null);
        var event = trial.google.event(written.id());
        event.put("colorId", "7");
        event.put("sequence", 5);
        write(sample.at(1, TEN.plusSeconds(60)), written.etag());
        assertThat(trial.google.event(written.id()).path("colorId").asString()).isEqualTo("7");
        assertThat(trial.server.last().query()).containsEntry("sendUpdates", "none");
    }

    @Test
    void invitesNobodyByItself() {
        write(booking, null);
        assertThat(trial.server.last().json().has("attendees")).isFalse();
        assertThat(trial.server.last().query()).containsEntry("sendUpdates", "none");
    }

    @Test
    void removesNothingThatItDidNotWrite() {
        var foreign = trial.google.timed("foreign", TEN, TEN.plusSeconds(60));
        trial.google.store(foreign);
        assertThatThrownBy(() -> remove("foreign", null)).isInstanceOf(ProviderRefused.class);
        assertThat(trial.server.asked()).isEmpty();
    }

    @Test
    void takesNoPlaceOfAnotherEvent() {
        var id = GoogleEvents.idOf(booking.uid());
        trial.google.store(trial.google.timed(id, TEN, TEN.plusSeconds(60)));
        assertThatThrownBy(() -> write(booking, null)).isInstanceOf(ProviderRefused.class);
    }

    @Test
    void makesOneEventForManyAtOnce() throws InterruptedException, ExecutionException {
        var ids = new TreeSet<String>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var writes =
                    Collections.nCopies(24, (Callable<RemoteEvent>) () -> write(booking, null));
            for (var written : threads.invokeAll(writes)) {
                ids.add(written.get().id());
            }
        }
        assertThat(ids).hasSize(1);
        assertThat(trial.google.events.size()).isEqualTo(1);
    }
}
