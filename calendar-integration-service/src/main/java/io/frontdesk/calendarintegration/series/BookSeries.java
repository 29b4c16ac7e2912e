package io.frontdesk.calendarintegration.series;

import io.frontdesk.calendarintegration.booking.BookSlot;
import io.frontdesk.calendarintegration.offering.Offerings;
import io.frontdesk.calendarintegration.recurrence.Recurrence;
import io.frontdesk.calendarintegration.resource.Resources;
import io.frontdesk.calendarintegration.series.SeriesController.Mode;
import io.frontdesk.calendarintegration.series.SeriesController.NewSeries;
import io.frontdesk.calendarintegration.series.SeriesController.Occurrence;
import io.frontdesk.calendarintegration.series.SeriesController.Series;
import io.frontdesk.starter.problem.Problem;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.UUID;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.IdGenerator;

/** Books the dates of a rule, each within a savepoint of one transaction. */
@Service
class BookSeries {
    private static final int MOST = 100;

    private final BookSlot bookSlot;
    private final Offerings offerings;
    private final Resources resources;
    private final TransactionTemplate savepoint;
    private final IdGenerator ids;

    BookSeries(
            BookSlot bookSlot,
            Offerings offerings,
            Resources resources,
            PlatformTransactionManager transactions,
            IdGenerator ids) {
        this.bookSlot = bookSlot;
        this.offerings = offerings;
        this.resources = resources;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.ids = ids;
    }

    @Transactional
    Series book(NewSeries series) {
        var zone = zone(series);
        var id = ids.generateId();
        var first = series.start().atZoneSameInstant(zone).toLocalDateTime();
        var occurrences =
                Recurrence.localOccurrences(series.rrule(), first, zone, MOST).stream()
                        .map(local -> book(series, local, zone, id))
                        .toList();
        var refused =
                occurrences.stream().filter(occurrence -> occurrence.problem() != null).toList();
        if (series.mode() != Mode.REPORT && !refused.isEmpty()) {
            throw new SeriesNotFree(refused, occurrences.size());
        }
        return new Series(id, occurrences.size() - refused.size(), occurrences);
    }

    private ZoneId zone(NewSeries series) {
        if (series.timeZone() != null) {
            return ZoneId.of(series.timeZone());
        }
        var resource =
                series.resourceId() == null
                        ? offerings.get(series.offeringId()).resourceIds().getFirst()
                        : series.resourceId();
        return ZoneId.of(resources.get(resource).timeZone());
    }

    private Occurrence book(NewSeries series, LocalDateTime local, ZoneId zone, UUID id) {
        var start =
                ZonedDateTime.ofLocal(local, zone, series.start().getOffset()).toOffsetDateTime();
        if (!start.toLocalDateTime().equals(local)) {
            return new Occurrence(
                    start, null, "nonexistent-time", "The clock skips " + local + " on that day.");
        }
        try {
            return savepoint.execute(_ -> book(series, start, id));
        } catch (RuntimeException refused) {
            var problem = AnnotationUtils.findAnnotation(refused.getClass(), Problem.class);
            if (problem == null || problem.type().endsWith("-not-found")) {
                throw refused;
            }
            return new Occurrence(start, null, problem.type(), refused.getMessage());
        }
    }

    private Occurrence book(NewSeries series, OffsetDateTime start, UUID id) {
        var booking =
                bookSlot.directly(
                        series.offeringId(),
                        series.resourceId(),
                        start.toInstant(),
                        series.attendee(),
                        id);
        return new Occurrence(start, Objects.requireNonNull(booking.id()), null, null);
    }
}
