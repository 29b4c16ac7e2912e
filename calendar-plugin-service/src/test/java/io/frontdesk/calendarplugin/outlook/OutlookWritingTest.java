package io.frontdesk.calendarplugin.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.calendarplugin.event.BookedEvent;
import io.frontdesk.calendarplugin.event.RemoteEvent;
import io.frontdesk.calendarplugin.http.StandIn.Fault;
import io.frontdesk.calendarplugin.http.StandIn.Reply;
import io.frontdesk.calendarplugin.provider.SampleBooking;
import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import io.frontdesk.calendarplugin.refusal.ProviderSilent;
import io.frontdesk.calendarplugin.refusal.VersionConflict;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutlookWritingTest {
    /** Exists twice on a clock in Berlin. */
    private static final Instant TWICE = Instant.parse("2026-10-25T01:30:00Z");

    private final OutlookTrial trial = new OutlookTrial();
    private final SampleBooking sample = SampleBooking.in("Europe/Berlin");
    private final BookedEvent booking = sample.at(0, TWICE);

    @AfterEach
    void close() {
        trial.close();
    }

    private RemoteEvent write(BookedEvent event, @Nullable String etag) {
        return trial.provider.write(trial.access, OutlookStandIn.CALENDAR, event, etag);
    }

    private void remove(String id, @Nullable String etag) {
        trial.provider.remove(trial.access, OutlookStandIn.CALENDAR, id, etag);
    }

    private long live() {
        return trial.outlook.events.values().stream().filter(each -> !each.has("@removed")).count();
    }

    @Test
    void keepsAnInstantWhoseClockTimeExistsTwice() {
        assertThat(write(booking, null).start()).isEqualTo(TWICE);
        assertThat(write(sample.at(1, TWICE.minusSeconds(3600)), null).start())
                .isEqualTo(TWICE.minusSeconds(3600));
    }

    @Test
    void makesOneEventThoughTheAnswerWasLost() {
        trial.server.next(new Fault.Instead(Reply.of(200, Map.of("value", List.of()))));
        trial.server.next(new Fault.Cut());
        assertThatThrownBy(() -> write(booking, null)).isInstanceOf(ProviderSilent.class);
        assertThat(write(booking, null).start()).isEqualTo(TWICE);
        assertThat(live()).isEqualTo(1);
    }

    @Test
    void findsTheEventOfAQuickerWriter() {
        write(booking, null);
        trial.server.next(new Fault.Instead(Reply.of(200, Map.of("value", List.of()))));
        assertThat(write(booking, null).bookingId()).isEqualTo(booking.bookingId().toString());
        assertThat(live()).isEqualTo(1);
    }

    @Test
    void writesAnewThoughGraphRemembersTheRemovedOne() {
        var written = write(booking, null);
        remove(written.id(), written.etag());
        var again = write(booking, null);
        assertThat(again.id()).isNotEqualTo(written.id());
        assertThat(again.uid()).isEqualTo(booking.uid());
        assertThat(live()).isEqualTo(1);
    }

    @Test
    void bringsAnOlderWriteUpToDateButNotBack() {
        write(booking, null);
        var later = write(sample.at(2, TWICE.plusSeconds(3600)), null);
        assertThat(later.start()).isEqualTo(TWICE.plusSeconds(3600));
        assertThat(write(sample.at(1, TWICE), null).start()).isEqualTo(later.start());
    }

    @Test
    void saysThatTheEventWasRemovedThere() {
        var written = write(booking, null);
        trial.outlook.remove(written.id());
        assertThatThrownBy(() -> write(sample.at(1, TWICE), written.etag()))
                .isInstanceOf(VersionConflict.class);
    }

    @Test
    void losesNoRaceBetweenLookingAndWriting() {
        var written = write(booking, null);
        assertThat(written.etag()).startsWith("W/\"");
        trial.server.next(new Fault.After(Reply.of(200, Map.of("value", List.of()))));
        assertThatThrownBy(() -> write(sample.at(1, TWICE), written.etag()))
                .isInstanceOf(VersionConflict.class);
    }

    @Test
    void sendsTheVersionThatItSaw() {
        var written = write(booking, null);
        var changed = write(sample.at(1, TWICE), written.etag());
        assertThat(trial.server.last().header("If-Match")).isEqualTo(written.etag());
        remove(changed.id(), changed.etag());
        assertThat(trial.server.last().header("If-Match")).isEqualTo(changed.etag());
    }

    @Test
    void invitesNobody() {
        write(booking, null);
        assertThat(trial.server.last().json().has("attendees")).isFalse();
    }

    @Test
    void removesNothingThatItDidNotWrite() {
        var foreign = OutlookStandIn.timed("theirs", TWICE, TWICE.plusSeconds(60));
        var id = trial.outlook.store(foreign).path("id").asString();
        assertThatThrownBy(() -> remove(id, null)).isInstanceOf(ProviderRefused.class);
        assertThat(live()).isEqualTo(1);
    }

    @Test
    void saysThatNobodyKnowsAfterAFailure() {
        trial.server.next(new Fault.Instead(Reply.of(200, Map.of("value", List.of()))));
        trial.server.next(new Fault.After(Reply.empty(500)));
        assertThatThrownBy(() -> write(booking, null)).isInstanceOf(ProviderSilent.class);
        assertThat(write(booking, null).id()).isNotEmpty();
        assertThat(live()).isEqualTo(1);
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
        assertThat(live()).isEqualTo(1);
    }
}
