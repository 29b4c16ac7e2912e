package io.frontdesk.conversationalpayment.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Staff's word on one payment; the reason, 3 to 500 characters, goes to the audit trail. */
record Decision(@NotNull Boolean approve, @NotBlank @Size(min = 3, max = 500) String reason) {}
