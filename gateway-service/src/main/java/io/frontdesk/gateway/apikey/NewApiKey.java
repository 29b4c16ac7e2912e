package io.frontdesk.gateway.apikey;

import io.frontdesk.gateway.access.Role;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a key shall be able to do.
 *
 * @param roles the creator's own roles when absent
 * @param scopes narrows what the roles allow
 * @param tenantId the creator's own tenant when absent; another one for operators only
 */
record NewApiKey(
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(min = 1, max = 4) Set<@NotNull Role> roles,
        @Nullable @Size(min = 1, max = 100) Set<@NotBlank @Size(max = 100) String> scopes,
        @Nullable UUID tenantId,
        @Nullable @Future OffsetDateTime expiresAt) {}
