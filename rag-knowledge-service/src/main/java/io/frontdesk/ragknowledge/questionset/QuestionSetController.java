package io.frontdesk.ragknowledge.questionset;

import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/knowledge/evaluations/sets")
@PreAuthorize("hasRole('operator')")
class QuestionSetController {

    private final QuestionSets sets;
    private final Tenancy tenancy;

    QuestionSetController(QuestionSets sets, Tenancy tenancy) {
        this.sets = sets;
        this.tenancy = tenancy;
    }

    @Operation(summary = "Keeps questions with the answers that are expected")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created add(@Valid @RequestBody NewQuestionSet set) {
        tenancy.require();
        return new Created(sets.add(set).id());
    }

    @GetMapping
    Page<QuestionSet> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        tenancy.require();
        return Page.of(sets.list(limit + 1, cursor), limit, QuestionSet::id);
    }

    @GetMapping("/{id}")
    QuestionSet get(@PathVariable UUID id) {
        tenancy.require();
        return sets.get(id);
    }

    @Operation(summary = "Deletes a question set with all of its runs")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        tenancy.require();
        sets.delete(id);
    }

    record Created(UUID id) {}
}
