package io.frontdesk.calendarintegration.mail;

import io.frontdesk.starter.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/calendar/messages")
@PreAuthorize("hasAnyRole('owner', 'staff', 'operator')")
class MessageController {
    private final Messages messages;

    MessageController(Messages messages) {
        this.messages = messages;
    }

    @GetMapping
    @Operation(summary = "The mails to attendees, newest first")
    Page<Message> listMessages(
            @RequestParam(required = false) @Nullable @Pattern(regexp = "queued|sent|failed|held") String state,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        return Page.of(messages.list(state, limit + 1, cursor), limit, Message::id);
    }

    @GetMapping("/{id}")
    Message getMessage(@PathVariable UUID id) {
        return messages.get(id);
    }

    @PostMapping("/{id}/delivery")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Sends a message again that is held or has failed")
    Message deliverMessage(@PathVariable UUID id) {
        return messages.requeue(id);
    }
}
