package io.frontdesk.ragcore.reembedding;

import io.frontdesk.ragcore.embedding.EmbeddingModels;
import io.frontdesk.ragcore.embedding.EmbeddingProperties;
import io.frontdesk.ragcore.feed.IndexTailer;
import io.frontdesk.ragcore.modelchoice.ModelChoice;
import io.frontdesk.ragcore.modelchoice.ModelChoices;
import io.frontdesk.starter.events.Events;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings a base from one model to the next in small steps, each of which stands alone: every chunk
 * gets a vector of the next model beside its own; when the indexes have them all, searches change
 * over at once; when no search can use the old vectors any more, the new ones take their place.
 */
@Component
class Takeover {
    private static final Logger log = LoggerFactory.getLogger(Takeover.class);
    private static final UUID FIRST = new UUID(0, 0);
    private static final int TIDIED_AT_ONCE = 128;
    private static final int LONGEST_BACKOFF = 300;

    private final ModelChoices choices;
    private final NextVectors vectors;
    private final EmbeddingModels models;
    private final IndexTailer index;
    private final Events events;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Duration delay;

    Takeover(
            ModelChoices choices,
            NextVectors vectors,
            EmbeddingModels models,
            IndexTailer index,
            Events events,
            TransactionTemplate transactions,
            Clock clock,
            EmbeddingProperties properties) {
        this.choices = choices;
        this.vectors = vectors;
        this.models = models;
        this.index = index;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
        this.delay = properties.switchDelay();
    }

    /**
     * Works while it is wanted and there is something to do now.
     *
     * @return when to go on; nothing when the base is where it should be
     */
    Optional<Instant> run(UUID base, BooleanSupplier wanted) {
        var cursor = FIRST;
        while (wanted.getAsBoolean()) {
            var choice = transactions.execute(_ -> choices.find(base)).orElse(null);
            if (choice == null) {
                return Optional.empty();
            }
            var step =
                    choice.nextModel() == null
                            ? tidy(choice)
                            : fill(choice, choice.nextModel(), cursor);
            if (!(step instanceof Filled filled)) {
                return step instanceof Later later ? Optional.of(later.at()) : Optional.empty();
            }
            cursor = filled.upTo();
        }
        return Optional.of(clock.instant());
    }

    /** Whether there is something to do for a base. Sees what those who asked have committed. */
    boolean pending(UUID base) {
        return transactions.execute(_ -> {
            choices.lock();
            return choices.find(base).filter(choice -> choice.nextModel() != null).isPresent();
        });
    }

    private sealed interface Step {}

    /** Go on behind that chunk. */
    private record Filled(UUID upTo) implements Step {}

    private record Later(Instant at) implements Step {}

    private record Done() implements Step {}

    private Step fill(ModelChoice choice, String next, UUID cursor) {
        try {
            var base = choice.baseId();
            var batch = models.batch(next);
            var lacking = transactions.execute(_ -> vectors.lacking(base, next, cursor, batch));
            if (lacking.isEmpty()) {
                return cursor.equals(FIRST) ? complete(choice, next) : new Filled(FIRST);
            }
            var embedded =
                    models.passages(next, lacking.stream().map(NextVectors.Lacking::text).toList());
            transactions.executeWithoutResult(_ -> {
                choices.lock();
                if (stillWanted(choice)) {
                    vectors.add(base, next, lacking, embedded);
                    choices.attempted(base, null);
                }
            });
            return new Filled(lacking.getLast().chunk());
        } catch (RuntimeException failed) {
            return failed(choice, failed);
        }
    }

    private Step complete(ModelChoice choice, String next) {
        index.catchUp();
        if (choice.filledAt() == null) {
            transactions.executeWithoutResult(_ -> {
                choices.lock();
                if (stillWanted(choice)) {
                    choices.filled(choice.baseId(), true);
                }
            });
            return new Later(clock.instant().plus(delay));
        }
        var due = choice.filledAt().plus(delay);
        return clock.instant().isBefore(due) ? new Later(due) : switchOver(choice, next);
    }

    private Step switchOver(ModelChoice choice, String next) {
        return transactions.execute(_ -> {
            choices.lock();
            if (!stillWanted(choice)) {
                return new Filled(FIRST);
            }
            var base = choice.baseId();
            var count = vectors.count(base, next);
            if (count.lacking() > 0) {
                choices.filled(base, false);
                return new Filled(FIRST);
            }
            choices.switchOver(base);
            events.publish(
                    Reembedded.TYPE,
                    base.toString(),
                    new Reembedded(base, next, choice.model(), count.all()));
            log.info("Base {} is searched by {} instead of {}", base, next, choice.model());
            return new Later(clock.instant().plus(delay));
        });
    }

    private Step tidy(ModelChoice choice) {
        var due = choice.changedAt().plus(delay);
        if (clock.instant().isBefore(due)) {
            return new Later(due);
        }
        var tidied =
                transactions.execute(_ -> {
                    choices.lock();
                    return stillWanted(choice)
                            ? vectors.tidy(choice.baseId(), choice.model(), TIDIED_AT_ONCE)
                            : 1;
                });
        return tidied == 0 ? new Done() : new Filled(FIRST);
    }

    /** Whoever asked for something else in the meantime has committed it before the lock. */
    private boolean stillWanted(ModelChoice choice) {
        return choices.find(choice.baseId())
                .filter(now ->
                        now.model().equals(choice.model())
                                && Objects.equals(now.nextModel(), choice.nextModel()))
                .isPresent();
    }

    private Step failed(ModelChoice choice, RuntimeException failure) {
        log.warn("Base {} waits for {}", choice.baseId(), choice.nextModel(), failure);
        transactions.executeWithoutResult(_ ->
                choices.attempted(
                        choice.baseId(),
                        Objects.requireNonNullElse(failure.getMessage(), failure.toString())));
        var wait = Math.min(LONGEST_BACKOFF, 1 << Math.min(choice.attempts(), 20));
        return new Later(clock.instant().plusSeconds(wait));
    }
}
