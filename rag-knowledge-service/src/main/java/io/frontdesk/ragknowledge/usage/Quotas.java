package io.frontdesk.ragknowledge.usage;

import io.frontdesk.ragknowledge.policy.Policies;
import io.frontdesk.starter.tenancy.Tenancy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts what a tenant uses against what it may use. Documents and chunks are counted from their
 * rows under a lock per tenant that the transaction at hand holds to its end, so that several of
 * them at once cannot exceed a quota.
 */
@Component
public class Quotas {

    private final Policies policies;
    private final Holdings holdings;
    private final QuestionCounts questions;
    private final Tenancy tenancy;

    Quotas(Policies policies, Holdings holdings, QuestionCounts questions, Tenancy tenancy) {
        this.policies = policies;
        this.holdings = holdings;
        this.questions = questions;
        this.tenancy = tenancy;
    }

    /**
     * Takes the place of one more document, in the transaction at hand, which adds its row.
     *
     * @throws QuotaExceeded when the tenant has as many as it may have
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeDocument() {
        var allowed = policies.current().quotas().documents();
        if (allowed == null) {
            return;
        }
        holdings.lock(tenancy.require());
        long used = holdings.documents();
        if (used >= allowed) {
            throw QuotaExceeded.of("documents", used, allowed, 1);
        }
    }

    /**
     * Takes one question of this month's. It is gone even if it then cannot be answered.
     *
     * @throws QuotaExceeded when none is left
     */
    @Transactional
    public void takeQuestion() {
        tenancy.require();
        var allowed = policies.current().quotas().questionsPerMonth();
        if (!questions.take(allowed == null ? Long.MAX_VALUE : allowed)) {
            throw QuotaExceeded.ofQuestions(
                    questions.used(), allowed == null ? Long.MAX_VALUE : allowed, questions.end());
        }
    }

    /**
     * Insists that so many more chunks may be stored. What the transaction at hand then writes as a
     * document's number of chunks counts for the next caller.
     *
     * @throws QuotaExceeded when they are too many
     */
    @Transactional
    public void requireChunks(int more) {
        var allowed = policies.current().quotas().chunks();
        if (allowed == null || more <= 0) {
            return;
        }
        holdings.lock(tenancy.require());
        long used = holdings.chunks();
        if (used + more > allowed) {
            throw QuotaExceeded.of("chunks", used, allowed, more);
        }
    }
}
