package io.frontdesk.calendarintegration.waitinglist;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.frontdesk.calendarintegration.occupancy.SlotFreed;
import io.frontdesk.starter.jobs.Jobs;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.util.IdGenerator;

/**
 * Plans an offer with the transaction that frees a slot. The offer itself comes after it: who
 * cancels does not wait for it, and nothing is offered that is not free in the end.
 */
@Configuration(proxyBeanMethods = false)
class FreedSlots {
    private static final TaskDescriptor<Void> OFFER = TaskDescriptor.of("offer-freed-slot");

    private final WaitingList list;
    private final Jobs jobs;
    private final Tenancy tenancy;
    private final IdGenerator ids;

    FreedSlots(WaitingList list, Jobs jobs, Tenancy tenancy, IdGenerator ids) {
        this.list = list;
        this.jobs = jobs;
        this.tenancy = tenancy;
        this.ids = ids;
    }

    @EventListener
    void plan(SlotFreed freed) {
        if (list.concerns(freed.from(), freed.to())) {
            look(freed.from(), freed.to());
        }
    }

    /** Plans a look at what is free between two instants, for all who wait for it. */
    void look(Instant from, Instant to) {
        var id =
                "%s/%d/%d/%s"
                        .formatted(
                                tenancy.require(),
                                from.getEpochSecond(),
                                to.getEpochSecond(),
                                ids.generateId());
        jobs.addNow(OFFER.instance(id).build());
    }

    @Bean
    static Task<?> offerFreedSlot(OfferSlot offerSlot, Tenancy tenancy) {
        return Tasks.oneTime(OFFER)
                .execute((instance, _) -> {
                    var parts = instance.getId().split("/", 4);
                    tenancy.as(
                            UUID.fromString(parts[0]),
                            () ->
                                    offerSlot.offer(
                                            Instant.ofEpochSecond(Long.parseLong(parts[1])),
                                            Instant.ofEpochSecond(Long.parseLong(parts[2]))));
                });
    }
}
