package io.frontdesk.orchestration.deadletters;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Operators look at what failed, and have it tried again once they mended the cause. */
@RestController
@RequestMapping("/api/events/dead-letters")
@PreAuthorize("hasRole('operator')")
@ConditionalOnBooleanProperty(name = "frontdesk.broker.enabled", matchIfMissing = true)
class DeadLettersController {
    private final DeadLetters letters;

    DeadLettersController(DeadLetters letters) {
        this.letters = letters;
    }

    record LetterPage(List<DeadLetter> items, @Nullable String nextCursor) {}

    @GetMapping
    LetterPage list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(defaultValue = "0") @Min(0) long cursor) {
        var items = letters.after(cursor, limit + 1);
        if (items.size() <= limit) {
            return new LetterPage(items, null);
        }
        var page = items.subList(0, limit);
        return new LetterPage(page, page.getLast().id());
    }

    @PostMapping("/{id}/redelivery")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void redeliver(@PathVariable String id) {
        letters.redeliver(id);
    }
}
