package io.frontdesk.ragknowledge.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.ragknowledge.policy.Policies;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells a tenant's usage beside its quotas. */
@Service
@Transactional
class UsageReport {

    private final Holdings holdings;
    private final QuestionCounts questions;
    private final Policies policies;
    private final Tenancy tenancy;

    UsageReport(Holdings holdings, QuestionCounts questions, Policies policies, Tenancy tenancy) {
        this.holdings = holdings;
        this.questions = questions;
        this.policies = policies;
        this.tenancy = tenancy;
    }

    Usage usage() {
        tenancy.require();
        return new Usage(
                YearMonth.from(questions.month()).toString(),
                holdings.documents(),
                holdings.bytes(),
                holdings.chunks(),
                holdings.bases(),
                questions.used(),
                holdings.overrides());
    }

    Against againstQuotas() {
        var quotas = policies.current().quotas();
        return new Against(
                usage(),
                new Allowed(quotas.documents(), quotas.chunks(), quotas.questionsPerMonth()),
                questions.end());
    }

    /**
     * Usage and quotas.
     *
     * @param questionsFreeAt when the next month's questions may be asked
     */
    record Against(Usage used, Allowed allowed, OffsetDateTime questionsFreeAt) {}

    /** What may be used; absent for no limit. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Allowed(
            @Nullable Integer documents,
            @Nullable Integer chunks,
            @Nullable Integer questionsPerMonth) {}
}
