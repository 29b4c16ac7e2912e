package io.frontdesk.gateway.oauthclient;

import io.frontdesk.gateway.access.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client shall be able to do; what is absent is taken from its creator. */
record NewOAuthClient(
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(min = 1, max = 4) Set<@NotNull Role> roles,
        @Nullable @Size(min = 1, max = 100) Set<@NotBlank @Size(max = 100) String> scopes,
        @Nullable UUID tenantId) {}
