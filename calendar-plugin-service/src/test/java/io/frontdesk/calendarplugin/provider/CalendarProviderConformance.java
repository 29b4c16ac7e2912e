package io.frontdesk.calendarplugin.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.frontdesk.calendarplugin.event.BookedEvent;
import io.frontdesk.calendarplugin.event.RemoteEvent;
import io.frontdesk.calendarplugin.refusal.AccessRevoked;
import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import io.frontdesk.calendarplugin.refusal.SyncTokenExpired;
import io.frontdesk.calendarplugin.refusal.VersionConflict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/**
 * What every calendar provider must do, seen from outside. What one says it cannot do must be
 * refused clearly. A subclass brings the provider and a way to act in its calendar as somebody
 * else; each test begins with an empty calendar.
 */
public abstract class CalendarProviderConformance {
    protected abstract CalendarProvider provider();

    protected abstract Access access();

    /** An access that its owner, or the provider, took back. */
    protected abstract Access revoked();

    protected abstract String calendarId();

    /** Somebody else's event appears in the calendar; answers the provider's id for it. */
    protected abstract String foreign(String title, Instant start, Instant end);

    /** Somebody else moves an event there. */
    protected abstract void move(String eventId, Instant start, Instant end);

    /** Somebody else removes an event there. */
    protected abstract void delete(String eventId);

    /** The provider forgets all sync tokens that it gave. */
    protected abstract void expireTokens();

    protected String unknownCalendar() {
        return calendarId() + "-unknown";
    }

    /** A whole hour, two days ahead unless the provider needs another; the same all along. */
    protected Instant hour() {
        return twoDaysAhead;
    }

    private final Instant twoDaysAhead =
            Clock.systemUTC().instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(2));

    private Reading reading() {
        return new Reading(this);
    }

    @Test
    void saysWhatItCanDo() {
        var can = provider().capabilities();
        assertThat(provider().name()).matches("[a-z][a-z-]*");
        assertThat(provider() instanceof Push).as("push").isEqualTo(can.push());
        assertThat(provider() instanceof Consent).as("oauth").isEqualTo(can.oauth());
        assertThat(can.freeBusy() || can.write()).as("is good for something").isTrue();
        assertThat(!can.conditionalWrites() || can.write()).as("conditional writes").isTrue();
        if (!can.push()) {
            assertThat(can.pushLifetime()).isNull();
        }
    }

    @Test
    void listsTheCalendars() {
        var calendars = provider().calendars(access());
        assertThat(calendars).extracting(RemoteCalendar::id).contains(calendarId());
        assertThat(calendars).extracting(RemoteCalendar::id).doesNotHaveDuplicates();
        for (var calendar : calendars) {
            assertThat(calendar.name()).isNotBlank();
            if (calendar.timeZone() != null) {
                assertThat(ZoneId.of(calendar.timeZone())).isNotNull();
            }
        }
    }

    @Test
    void saysThatAnAccessWasTakenBack() {
        assertThatThrownBy(() -> provider().calendars(revoked())).isInstanceOf(AccessRevoked.class);
        assertThatThrownBy(() -> reading().page(revoked(), calendarId(), null))
                .isInstanceOf(AccessRevoked.class);
    }

    @Test
    void refusesACalendarThatIsNotThere() {
        assertThatThrownBy(() -> reading().page(access(), unknownCalendar(), null))
                .isInstanceOf(ProviderRefused.class);
    }

    @Test
    void tellsAForeignEvent() {
        var id = foreign("Zahnärztin 歯医者", hour(), hour().plusSeconds(5400));
        var all = reading().all();
        assertThat(all.complete()).isTrue();
        assertThat(all.syncToken() != null).isEqualTo(provider().capabilities().incrementalSync());
        assertThat(all.changed()).hasSize(1);
        var event = all.changed().getFirst();
        assertThat(event.id()).isEqualTo(id);
        assertThat(event.start()).isEqualTo(hour());
        assertThat(event.end()).isEqualTo(hour().plusSeconds(5400));
        assertThat(event.busy()).isTrue();
        assertThat(event.allDay()).isFalse();
        assertThat(event.bookingId()).isNull();
    }

    @Test
    void tellsNothingOutsideOfTheWindow() {
        foreign("later", hour().plus(Duration.ofDays(9)), hour().plus(Duration.ofDays(10)));
        var within = foreign("within", hour(), hour().plusSeconds(3600));
        assertThat(reading().all().changed()).extracting(RemoteEvent::id).containsExactly(within);
    }

    @Test
    void tellsOnlyWhatChangedSince() {
        assumeTrue(provider().capabilities().incrementalSync());
        var kept = foreign("kept", hour(), hour().plusSeconds(1800));
        var first = reading().all();
        assertThat(reading().since(first.syncToken()).changed()).isEmpty();

        var added = foreign("added", hour().plusSeconds(7200), hour().plusSeconds(9000));
        var second = reading().since(first.syncToken());
        assertThat(second.changed()).extracting(RemoteEvent::id).containsExactly(added);
        assertThat(second.complete()).isFalse();

        move(added, hour().plusSeconds(10800), hour().plusSeconds(12600));
        var third = reading().since(second.syncToken());
        assertThat(third.changed()).hasSize(1);
        assertThat(third.changed().getFirst().start()).isEqualTo(hour().plusSeconds(10800));

        delete(added);
        var fourth = reading().since(third.syncToken());
        assertThat(fourth.gone(added)).isTrue();
        assertThat(fourth.gone(kept)).isFalse();
        assertThat(reading().all().changed()).extracting(RemoteEvent::id).containsExactly(kept);
    }

    @Test
    void tellsEverythingAnewWhereItHasNoTokens() {
        assumeFalse(provider().capabilities().incrementalSync());
        var moved = foreign("moved", hour(), hour().plusSeconds(1800));
        var deleted = foreign("deleted", hour().plusSeconds(7200), hour().plusSeconds(9000));
        assertThat(reading().all().changed()).hasSize(2);
        move(moved, hour().plusSeconds(3600), hour().plusSeconds(5400));
        delete(deleted);
        var again = reading().all();
        assertThat(again.complete()).isTrue();
        assertThat(again.changed())
                .extracting(RemoteEvent::start)
                .containsExactly(hour().plusSeconds(3600));
    }

    @Test
    void saysThatATokenExpired() {
        assumeTrue(provider().capabilities().incrementalSync());
        foreign("kept", hour(), hour().plusSeconds(1800));
        var token = reading().all().syncToken();
        expireTokens();
        assertThatThrownBy(() -> reading().since(token)).isInstanceOf(SyncTokenExpired.class);
        assertThat(reading().all().changed()).hasSize(1);
    }

    @Test
    void writesABookingOnce() {
        assumeTrue(provider().capabilities().write());
        var ours = SampleBooking.in("Europe/Berlin");
        var booking = ours.at(0, hour());
        var written = provider().write(access(), calendarId(), booking, null);
        assertThat(written.bookingId()).isEqualTo(booking.bookingId().toString());
        var again = provider().write(access(), calendarId(), booking, null);
        assertThat(again.id()).isEqualTo(written.id());
        var all = reading().all().changed();
        assertThat(all).hasSize(1);
        assertSame(all.getFirst(), booking, written.id());
    }

    @Test
    void changesAndRemovesWhatItWrote() {
        assumeTrue(provider().capabilities().write());
        var ours = SampleBooking.in("Europe/Berlin");
        var booking = ours.at(0, hour());
        var written = provider().write(access(), calendarId(), booking, null);
        var later = ours.at(1, hour().plusSeconds(3600));
        var changed = provider().write(access(), calendarId(), later, written.etag());
        assertThat(changed.id()).isEqualTo(written.id());
        assertSame(found(written.id()), later, written.id());
        assertThat(reading().all().changed()).hasSize(1);

        provider().remove(access(), calendarId(), written.id(), changed.etag());
        assertThat(reading().all().changed()).isEmpty();
        assertThat(provider().find(access(), calendarId(), written.id())).isEmpty();
        provider().remove(access(), calendarId(), written.id(), null);
    }

    @Test
    void overwritesNothingThatSomebodyElseChanged() {
        assumeTrue(provider().capabilities().conditionalWrites());
        var ours = SampleBooking.in("Europe/Berlin");
        var booking = ours.at(0, hour());
        var written = provider().write(access(), calendarId(), booking, null);
        move(written.id(), hour().plusSeconds(7200), hour().plusSeconds(9000));
        var later = ours.at(1, hour().plusSeconds(3600));
        assertThatThrownBy(() -> provider().write(access(), calendarId(), later, written.etag()))
                .isInstanceOf(VersionConflict.class);
        assertThatThrownBy(() ->
                        provider().remove(access(), calendarId(), written.id(), written.etag()))
                .isInstanceOf(VersionConflict.class);
        var now = found(written.id());
        assertThat(now.start()).isEqualTo(hour().plusSeconds(7200));
        assertThat(now.bookingId()).as("still ours").isEqualTo(booking.bookingId().toString());
        assertThat(now.etag()).isNotEqualTo(written.etag());
    }

    @Test
    void tellsWhatHappenedToOurEvents() {
        assumeTrue(provider().capabilities().write());
        var ours = SampleBooking.in("Europe/Berlin");
        var booking = ours.at(0, hour());
        var written = provider().write(access(), calendarId(), booking, null);
        var before = reading().all();
        move(written.id(), hour().plusSeconds(7200), hour().plusSeconds(9000));
        var moved = reading().since(before.syncToken());
        assertThat(moved.changed()).hasSize(1);
        assertThat(moved.changed().getFirst().bookingId())
                .isEqualTo(booking.bookingId().toString());
        delete(written.id());
        var deleted = reading().since(moved.syncToken());
        assertThat(deleted.gone(written.id())).isTrue();
    }

    @Test
    void keepsInstantsInAZoneWithClockChanges() {
        assumeTrue(provider().capabilities().write());
        for (var zone :
                new String[] {"America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"}) {
            var booking = SampleBooking.in(zone).at(0, hour());
            var written = provider().write(access(), calendarId(), booking, null);
            assertSame(found(written.id()), booking, written.id());
            provider().remove(access(), calendarId(), written.id(), null);
        }
    }

    @Test
    void refusesToWriteWhereItCannot() {
        assumeFalse(provider().capabilities().write());
        var id = foreign("kept", hour(), hour().plusSeconds(1800));
        var booking = SampleBooking.in("Europe/Berlin").at(0, hour());
        assertThatThrownBy(() -> provider().write(access(), calendarId(), booking, null))
                .isInstanceOf(ProviderRefused.class);
        assertThatThrownBy(() -> provider().remove(access(), calendarId(), id, null))
                .isInstanceOf(ProviderRefused.class);
        assertThat(reading().all().changed()).hasSize(1);
    }

    private RemoteEvent found(String id) {
        return provider().find(access(), calendarId(), id).orElseThrow();
    }

    private static void assertSame(RemoteEvent event, BookedEvent booking, String id) {
        assertThat(event.id()).isEqualTo(id);
        assertThat(event.uid()).isEqualTo(booking.uid());
        assertThat(event.bookingId()).isEqualTo(booking.bookingId().toString());
        assertThat(event.start()).isEqualTo(booking.start());
        assertThat(event.end()).isEqualTo(booking.end());
    }
}
