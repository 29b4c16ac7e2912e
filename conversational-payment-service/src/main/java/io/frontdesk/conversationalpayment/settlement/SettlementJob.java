package io.frontdesk.conversationalpayment.settlement;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.frontdesk.conversationalpayment.quote.Promise;
import io.frontdesk.starter.jobs.Jobs;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Comes back to every confirmed quote until its end is known, ever more rarely. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SettlementProperties.class)
public class SettlementJob {
    private static final String NAME = "settle-quote";
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Jobs jobs;
    private final Clock clock;
    private final SettlementProperties properties;

    SettlementJob(Jobs jobs, Clock clock, SettlementProperties properties) {
        this.jobs = jobs;
        this.clock = clock;
        this.properties = properties;
    }

    /** Sees to it that the quote is looked after if the caller's own attempt comes to nothing. */
    public void soon(Promise promise) {
        var first = clock.instant().plus(properties.firstLook());
        jobs.add(instance(promise), first);
        jobs.move(instance(promise), first);
    }

    /** The same for another try: the job of the one before may just be ending. */
    public void again(Promise promise, int tries) {
        var id = instance(promise).getId() + "/" + tries;
        jobs.add(new TaskInstance<>(NAME, id), clock.instant().plus(properties.firstLook()));
    }

    /** Sees to it that an approval that nobody decides ends. */
    public void atTheEnd(Promise promise) {
        jobs.add(instance(promise), promise.payableUntil().toInstant());
    }

    private static TaskInstance<Void> instance(Promise promise) {
        return new TaskInstance<>(NAME, promise.tenant() + "/" + promise.id());
    }

    @Bean
    static Task<Void> settleQuote(Resume resume, Tenancy tenancy) {
        return Tasks.custom(NAME, Void.class)
                .onFailureReschedule(
                        com.github.kagkarlsson.scheduler.task.schedule.FixedDelay.of(LONGEST))
                .onDeadExecutionRevive()
                .execute((job, _) -> {
                    var ids = job.getId().split("/", 3);
                    Supplier<Optional<Instant>> step = () -> resume.next(UUID.fromString(ids[1]));
                    var next = tenancy.as(UUID.fromString(ids[0]), step);
                    return next.<CompletionHandler<Void>>map(
                                    at -> (done, operations) -> operations.reschedule(done, at))
                            .orElse((_, operations) -> operations.remove());
                });
    }

    static Duration pause(int attempts) {
        var pause = Duration.ofSeconds(5L << Math.min(attempts, 8));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
