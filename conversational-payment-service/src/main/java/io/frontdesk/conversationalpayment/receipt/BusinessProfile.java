package io.frontdesk.conversationalpayment.receipt;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Who stands on the receipts: a name of 1 to 200 characters, and an address. */
public record BusinessProfile(
        @NotBlank @Size(max = 200) String name, @Nullable @Size(max = 500) String address) {}
