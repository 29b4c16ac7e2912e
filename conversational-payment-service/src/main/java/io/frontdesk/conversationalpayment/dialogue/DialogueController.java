package io.frontdesk.conversationalpayment.dialogue;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/conversational-payments/dialogues")
@PreAuthorize("hasAnyRole('visitor', 'owner', 'staff', 'operator', 'service')")
class DialogueController {
    private final Converse converse;

    DialogueController(Converse converse) {
        this.converse = converse;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begins a dialogue about paying")
    DialogueAnswer begin(@Valid @RequestBody NewDialogue dialogue) {
        return converse.begin(dialogue);
    }

    @GetMapping("/{id}")
    DialogueAnswer get(@PathVariable UUID id) {
        return converse.look(id);
    }

    @PostMapping("/{id}/messages")
    @Operation(summary = "Reads a message; when nothing is missing the answer carries a quote")
    DialogueAnswer say(@PathVariable UUID id, @Valid @RequestBody Message message) {
        return converse.hear(id, message.text());
    }

    /** What the visitor writes, 1 to 2,000 characters. */
    record Message(@NotBlank @Size(max = 2000) String text) {}
}
