package io.frontdesk.ragcore.reembedding;

import io.frontdesk.ragcore.embedding.EmbeddingModels;
import io.frontdesk.ragcore.modelchoice.ModelChoice;
import io.frontdesk.ragcore.modelchoice.ModelChoices;
import io.frontdesk.ragcore.settings.SettingsChanged;
import io.frontdesk.starter.jobs.Jobs;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets another model take a base over, or calls that off. */
@Component
class Reembedding {
    private static final Logger log = LoggerFactory.getLogger(Reembedding.class);

    private final ModelChoices choices;
    private final NextVectors vectors;
    private final EmbeddingModels models;
    private final Jobs jobs;
    private final Tenancy tenancy;
    private final Clock clock;

    Reembedding(
            ModelChoices choices,
            NextVectors vectors,
            EmbeddingModels models,
            Jobs jobs,
            Tenancy tenancy,
            Clock clock) {
        this.choices = choices;
        this.vectors = vectors;
        this.models = models;
        this.jobs = jobs;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /**
     * Where a base stands.
     *
     * @param model by which it is searched
     * @param dimension of that model's vectors; null when it is not configured any more
     * @param nextModel the one that is taking over; null for none
     * @param progress share of the chunks that have a vector of the next model, 0 to 1
     * @param problem of the last attempt to embed; null when it went well
     */
    record State(
            String model,
            @Nullable Integer dimension,
            @Nullable String nextModel,
            double progress,
            @Nullable String problem) {}

    @Transactional(readOnly = true)
    State state(UUID base) {
        var choice = choices.of(base);
        var next = choice.nextModel();
        return new State(
                choice.model(),
                models.has(choice.model()) ? models.dimension(choice.model()) : null,
                next,
                next == null ? 1 : progress(vectors.count(base, next)),
                choice.problem());
    }

    /**
     * Asks for a model. The one that a base has already calls off what is taking over.
     *
     * @throws UnknownEmbeddingModel when it is not configured
     */
    @Transactional
    void ask(UUID base, String model) {
        if (!models.has(model)) {
            throw new UnknownEmbeddingModel(models.ids());
        }
        choices.lock();
        var choice = choices.find(base).orElse(null);
        if (choice == null) {
            choices.keep(new ModelChoice(base, model, null, null, 0, null, clock.instant()));
            return;
        }
        var next = choice.model().equals(model) ? null : model;
        if (!Objects.equals(next, choice.nextModel())) {
            choices.next(base, next);
            plan(base);
        } else if (next != null) {
            // Asked again: does not wait for the next attempt.
            plan(base);
        }
    }

    private void plan(UUID base) {
        var job = ReembeddingJobs.job(tenancy.require(), base);
        jobs.addNow(job);
        jobs.move(job, clock.instant());
    }

    /** All of a tenant's bases get the model that the operator now wants for it. */
    @EventListener
    void on(SettingsChanged changed) {
        if (Objects.equals(changed.before().embeddingModel(), changed.now().embeddingModel())) {
            return;
        }
        var wanted =
                Objects.requireNonNullElse(
                        changed.now().embeddingModel(), EmbeddingModels.BUILT_IN);
        if (!models.has(wanted)) {
            log.warn("The embedding model {} is not configured; bases keep theirs", wanted);
            return;
        }
        choices.lock();
        choices.all().forEach(choice -> ask(choice.baseId(), wanted));
    }

    private static double progress(NextVectors.Count count) {
        return count.all() == 0 ? 1 : 1 - (double) count.lacking() / count.all();
    }
}
