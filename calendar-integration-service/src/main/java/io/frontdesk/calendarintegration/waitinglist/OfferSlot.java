package io.frontdesk.calendarintegration.waitinglist;

import io.frontdesk.calendarintegration.availability.FreeSlots;
import io.frontdesk.calendarintegration.hold.Hold;
import io.frontdesk.calendarintegration.hold.Holds;
import io.frontdesk.calendarintegration.offering.Offerings;
import io.frontdesk.starter.problem.Problem;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Offers what has become free to those who wait, in the order in which they came. */
@Service
class OfferSlot {
    private static final Logger log = LoggerFactory.getLogger(OfferSlot.class);
    private static final int MOST = 100;

    private final WaitingList list;
    private final FreeSlots free;
    private final Offerings offerings;
    private final Holds holds;
    private final WaitingListProperties properties;
    private final ApplicationEventPublisher publisher;
    private final TransactionTemplate transaction;

    OfferSlot(
            WaitingList list,
            FreeSlots free,
            Offerings offerings,
            Holds holds,
            WaitingListProperties properties,
            ApplicationEventPublisher publisher,
            PlatformTransactionManager transactions) {
        this.list = list;
        this.free = free;
        this.offerings = offerings;
        this.holds = holds;
        this.properties = properties;
        this.publisher = publisher;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Page by page: those who cannot be served must not keep it from those behind them. */
    void offer(Instant from, Instant to) {
        var page = list.next(from, to, null, MOST);
        while (!page.isEmpty()) {
            offer(page, from, to);
            page = list.next(from, to, page.getLast().id(), MOST);
        }
    }

    /** Each offer is a transaction of its own: one that cannot be made stops no other. */
    private void offer(List<Waiting> page, Instant from, Instant to) {
        for (var waiting : page) {
            try {
                transaction.executeWithoutResult(_ -> offer(waiting, from, to));
            } catch (RuntimeException refused) {
                if (AnnotationUtils.findAnnotation(refused.getClass(), Problem.class) == null) {
                    throw refused;
                }
                log.debug("No offer to {}: {}", waiting.id(), refused.getMessage());
            }
        }
    }

    private void offer(Waiting waiting, Instant from, Instant to) {
        var offering = offerings.get(waiting.offeringId());
        var reach = offering.bufferBefore().plus(offering.duration()).plus(offering.bufferAfter());
        var earliest = latest(waiting.from().toInstant(), from.minus(reach));
        var last = waiting.to().toInstant().minus(offering.duration());
        var end = earliest(last.plusSeconds(1), to.plus(reach));
        if (!earliest.isBefore(end)) {
            return;
        }
        var slots = free.between(offering.id(), waiting.resourceId(), earliest, end, 1);
        if (slots.isEmpty()) {
            return;
        }
        var slot = slots.getFirst();
        var hold =
                holds.place(
                        offering.id(),
                        slot.resourceId(),
                        Instant.ofEpochSecond(slot.start()),
                        properties.offer());
        tell(waiting, hold);
    }

    private void tell(Waiting waiting, Hold hold) {
        if (!list.offered(waiting.id(), hold.id())) {
            holds.release(hold.id());
            return;
        }
        publisher.publishEvent(
                new SlotOffered(
                        waiting.id(),
                        waiting.attendee(),
                        hold.id(),
                        hold.start(),
                        hold.expiresAt()));
    }

    private static Instant latest(Instant one, Instant other) {
        return List.of(one, other).stream().max(Instant::compareTo).orElse(one);
    }

    private static Instant earliest(Instant one, Instant other) {
        return List.of(one, other).stream().min(Instant::compareTo).orElse(one);
    }
}
