package io.frontdesk.ragknowledge.evaluation;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import io.frontdesk.ragknowledge.library.KnowledgeBases;
import io.frontdesk.ragknowledge.policy.Policies;
import io.frontdesk.ragknowledge.questionset.QuestionSets;
import io.frontdesk.starter.jobs.Jobs;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** Begins a run: its row and its job are kept together. */
@Service
class StartRun {

    private final QuestionSets sets;
    private final KnowledgeBases bases;
    private final Policies policies;
    private final EvaluationRuns runs;
    private final CustomTask<Void> task;
    private final Jobs jobs;
    private final IdGenerator ids;
    private final Tenancy tenancy;

    StartRun(
            QuestionSets sets,
            KnowledgeBases bases,
            Policies policies,
            EvaluationRuns runs,
            CustomTask<Void> evaluationTask,
            Jobs jobs,
            IdGenerator ids,
            Tenancy tenancy) {
        this.sets = sets;
        this.bases = bases;
        this.policies = policies;
        this.runs = runs;
        this.task = evaluationTask;
        this.jobs = jobs;
        this.ids = ids;
        this.tenancy = tenancy;
    }

    @Transactional
    EvaluationRun start(UUID setId, List<UUID> baseIds, @Nullable String label) {
        var tenant = tenancy.require();
        var set = sets.get(setId);
        baseIds.forEach(bases::require);
        var id = ids.generateId();
        runs.add(id, tenant, setId, set.size(), baseIds, label, policies.current());
        jobs.addNow(task.instance(tenant + "/" + id));
        return runs.find(id).orElseThrow();
    }
}
