package io.frontdesk.ragknowledge.unanswered;

import io.frontdesk.starter.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/knowledge/unanswered")
@PreAuthorize("hasAnyRole('owner', 'staff', 'operator', 'service')")
class UnansweredController {

    private final UnansweredRows rows;
    private final AnswerUnanswered answerUnanswered;

    UnansweredController(UnansweredRows rows, AnswerUnanswered answerUnanswered) {
        this.rows = rows;
        this.answerUnanswered = answerUnanswered;
    }

    @GetMapping
    @Operation(summary = "Lists questions without an answer: sort=newest or sort=mostAsked")
    Page<UnansweredQuestion> list(
            @RequestParam(required = false)
                    @Nullable @Pattern(regexp = "open|answered|dismissed", message = "is no status") String status,
            @RequestParam(defaultValue = "newest")
                    @Pattern(regexp = "newest|mostAsked", message = "is newest or mostAsked") String sort,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        var found = rows.list(status, sort.equals("mostAsked"), limit + 1, cursor);
        return Page.of(found, limit, UnansweredQuestion::id);
    }

    @GetMapping("/{id}")
    UnansweredQuestion get(@PathVariable UUID id) {
        return rows.get(id);
    }

    @PostMapping("/{id}/answer")
    @Operation(summary = "Writes a curated answer for the question and closes it")
    UnansweredQuestion answer(@PathVariable UUID id, @Valid @RequestBody Curation curation) {
        return answerUnanswered.answer(id, curation.answer(), curation.baseIds());
    }

    @PostMapping("/{id}/dismissal")
    @Operation(summary = "Closes the question without an answer")
    UnansweredQuestion dismiss(@PathVariable UUID id) {
        rows.close(id, "dismissed");
        return rows.get(id);
    }

    record Curation(
            @NotBlank @Size(max = 4000) @Pattern(
                            regexp = "(?s)[^\\p{Cc}\\p{Cs}&&[^\\t\\n\\r]]*",
                            message = "has control characters")
                    String answer,
            @Nullable @Size(max = 200) List<@NotNull UUID> baseIds) {}
}
