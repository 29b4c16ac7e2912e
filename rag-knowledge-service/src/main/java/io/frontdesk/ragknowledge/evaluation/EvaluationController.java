package io.frontdesk.ragknowledge.evaluation;

import io.frontdesk.ragknowledge.evaluation.EvaluationResults.Compared;
import io.frontdesk.ragknowledge.evaluation.EvaluationResults.Result;
import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/knowledge/evaluations/runs")
@PreAuthorize("hasRole('operator')")
class EvaluationController {

    private final EvaluationRuns runs;
    private final EvaluationResults results;
    private final StartRun startRun;
    private final Tenancy tenancy;

    EvaluationController(
            EvaluationRuns runs, EvaluationResults results, StartRun startRun, Tenancy tenancy) {
        this.runs = runs;
        this.results = results;
        this.startRun = startRun;
        this.tenancy = tenancy;
    }

    @Operation(summary = "Begins to put the questions of a set, in the background")
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    EvaluationRun start(@Valid @RequestBody NewRun run) {
        return startRun.start(
                run.setId(), Objects.requireNonNullElse(run.baseIds(), List.of()), run.label());
    }

    @GetMapping
    Page<EvaluationRun> list(
            @RequestParam(required = false) @Nullable UUID setId,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        tenancy.require();
        return Page.of(runs.list(setId, limit + 1, cursor), limit, EvaluationRun::id);
    }

    @GetMapping("/{id}")
    EvaluationRun get(@PathVariable UUID id) {
        tenancy.require();
        return runs.find(id).orElseThrow(() -> new RunNotFound(id));
    }

    @Operation(summary = "What came of each question, in the order of the set")
    @GetMapping("/{id}/results")
    Results results(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int cursor) {
        get(id);
        var rows = results.list(id, cursor, limit + 1);
        return rows.size() <= limit
                ? new Results(rows, null)
                : new Results(rows.subList(0, limit), rows.getLast().position());
    }

    @Operation(summary = "What this run answers better or worse than an earlier one")
    @GetMapping("/{id}/comparison")
    Comparison comparison(@PathVariable UUID id, @RequestParam UUID with) {
        get(id);
        get(with);
        return Comparison.of(id, with, results.compare(id, with));
    }

    record NewRun(
            @NotNull UUID setId,
            @Nullable @Size(max = 200) List<@NotNull UUID> baseIds,
            @Nullable @Size(max = 200) String label) {}

    /** A part of the results; {@code nextCursor} is the position that follows. */
    record Results(List<Result> items, @Nullable Integer nextCursor) {}

    /** Two runs, question by question; those that only one has put are left out. */
    record Comparison(
            UUID runId, UUID with, long fixed, long broken, long unchanged, List<Compared> items) {

        static Comparison of(UUID run, UUID with, List<Compared> items) {
            return new Comparison(
                    run,
                    with,
                    count(items, "fixed"),
                    count(items, "broken"),
                    count(items, "unchanged"),
                    items);
        }

        private static long count(List<Compared> items, String change) {
            return items.stream().filter(item -> item.change().equals(change)).count();
        }
    }
}
