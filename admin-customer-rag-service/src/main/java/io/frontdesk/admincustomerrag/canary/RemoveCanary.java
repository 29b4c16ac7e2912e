package io.frontdesk.admincustomerrag.canary;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.frontdesk.admincustomerrag.core.Core;
import io.frontdesk.admincustomerrag.knowledge.Knowledge;
import io.frontdesk.admincustomerrag.sighting.Sightings;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;

/** Erases canaries; those that a crash left behind are found by a sweep. */
@Service
public class RemoveCanary {
    private static final Logger log = LoggerFactory.getLogger(RemoveCanary.class);

    /** Longer than any run, so that no canary is taken from under one. */
    static final Duration STALE = Duration.ofMinutes(15);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Knowledge knowledge;
    private final Core core;
    private final Canaries canaries;
    private final Sightings sightings;
    private final Tenancy tenancy;
    private final Clock clock;

    RemoveCanary(
            Knowledge knowledge,
            Core core,
            Canaries canaries,
            Sightings sightings,
            Tenancy tenancy,
            Clock clock) {
        this.knowledge = knowledge;
        this.core = core;
        this.canaries = canaries;
        this.sightings = sightings;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** Tries to remove all that is the canary's; what fails is left to the sweep. */
    public void remove(UUID canary) {
        try {
            // A fresh key for each attempt: an earlier erasure says nothing of what came after it.
            var erasure = knowledge.erase(canary, "canary-" + UUID.randomUUID());
            if (!Patience.until(PATIENCE, () -> knowledge.erasure(canary, erasure.id()).isDone())) {
                throw new CanaryLost("The canary's erasure takes too long.");
            }
            core.eraseTenant(canary);
            tenancy.as(canary, sightings::removeAll);
            tenancy.asSystem(() -> {
                canaries.remove(canary);
                return canary;
            });
        } catch (RuntimeException failed) {
            log.warn("Canary {} is not removed yet: {}", canary, failed.toString());
            tenancy.asSystem(() -> {
                canaries.tried(canary);
                return canary;
            });
        }
    }

    /** Removes the canaries that no run can still need. */
    void sweep() {
        var stale = OffsetDateTime.now(clock).minus(STALE);
        tenancy.asSystem(() -> canaries.before(stale)).forEach(this::remove);
        tenancy.asSystem(sightings::sweep);
    }

    @Bean
    static RecurringTask<Void> sweepCanaries(RemoveCanary removeCanary) {
        return Tasks.recurring("sweep-canaries", FixedDelay.ofMinutes(5))
                .execute((_, _) -> removeCanary.sweep());
    }
}
