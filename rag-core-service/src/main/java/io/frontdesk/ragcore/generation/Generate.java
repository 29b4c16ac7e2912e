package io.frontdesk.ragcore.generation;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import io.frontdesk.ragcore.budget.Budgets;
import io.frontdesk.ragcore.budget.Reservation;
import io.frontdesk.ragcore.provider.NotReached;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the models in turn until one answers. Each attempt is reserved on the budget first; one that
 * may have cost something without saying what is settled at its worst.
 */
@Component
public class Generate {
    private static final Logger log = LoggerFactory.getLogger(Generate.class);
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private final LanguageModels models;
    private final Budgets budgets;

    Generate(LanguageModels models, Budgets budgets) {
        this.models = models;
        this.budgets = budgets;
    }

    public Generated whole(Prompt prompt) {
        for (var model : models.from(prompt.model())) {
            var reserved = reserve(prompt, model);
            try {
                var answer = Generated.of(model, model.whole().chat(prompt.to(model)));
                settle(reserved, model, answer);
                return answer;
            } catch (RuntimeException failed) {
                giveUp(reserved, model, failed);
            }
        }
        throw new ModelUnavailable("Try again later.");
    }

    /** Another model is asked only while nothing has been passed on of the first one's answer. */
    public Generated streamed(Prompt prompt, Parts parts) {
        for (var model : models.from(prompt.model())) {
            var reserved = reserve(prompt, model);
            var stream = new ModelStream(model, parts);
            try {
                var answer = stream.run(prompt);
                settle(reserved, model, answer);
                return answer;
            } catch (RuntimeException failed) {
                giveUp(reserved, model, failed);
                if (stream.begun()) {
                    throw new ModelUnavailable("The model stopped in the middle of its answer.");
                }
            }
        }
        throw new ModelUnavailable("Try again later.");
    }

    /** Takes a streamed answer part by part. */
    @FunctionalInterface
    public interface Parts {
        /**
         * Passes a part on.
         *
         * @throws ListenerGone when nobody takes it any more, which ends the model's work
         */
        void next(String model, String text);
    }

    /** Whoever asked has hung up. */
    public static class ListenerGone extends RuntimeException {
        public ListenerGone(Throwable cause) {
            super(cause);
        }
    }

    private Reservation reserve(Prompt prompt, LanguageModel model) {
        var worst = model.cost(prompt.inputTokensAtMost(), prompt.outputTokensAtMost(model));
        return budgets.reserve(
                prompt.agent(), model.id(), worst, model.atMost().multipliedBy(2).plus(MARGIN));
    }

    private void settle(Reservation reserved, LanguageModel model, Generated answer) {
        var cost =
                answer.saysWhatItUsed()
                        ? model.cost(answer.inputTokens(), answer.outputTokens())
                        : reserved.amount();
        budgets.settle(
                reserved,
                cost,
                Math.max(0, answer.inputTokens()),
                Math.max(0, answer.outputTokens()));
    }

    private void giveUp(Reservation reserved, LanguageModel model, RuntimeException failed) {
        if (didNothing(failed)) {
            budgets.release(reserved);
        } else {
            budgets.settle(reserved, reserved.amount(), 0, 0);
        }
        if (failed instanceof ListenerGone gone) {
            throw gone;
        }
        log.warn("{} failed: {}", model.id(), failed.toString());
    }

    /** Refusals of the provider, which it does not charge for, and what never reached it. */
    private static boolean didNothing(RuntimeException failed) {
        return NotReached.is(failed)
                || failed instanceof AuthenticationException
                || failed instanceof InvalidRequestException
                || failed instanceof ModelNotFoundException
                || failed instanceof RateLimitException
                || failed instanceof UnsupportedFeatureException;
    }
}
