package io.frontdesk.gateway.tenant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What it takes to open an account for a business. */
public record NewTenant(
        @NotBlank @Size(max = 200) String name,
        @Size(max = 100) @Nullable String industry,
        @NotNull @IanaTimeZone String timeZone,
        @NotNull @IsoCurrency String currency) {}
