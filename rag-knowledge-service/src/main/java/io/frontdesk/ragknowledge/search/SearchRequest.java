package io.frontdesk.ragknowledge.search;

import io.frontdesk.ragknowledge.core.SearchMode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record SearchRequest(
        @NotBlank @Size(max = 2000) String query,
        @Nullable @Size(max = 200) List<@NotNull UUID> baseIds,
        @Nullable @Min(1) @Max(50) Integer topK,
        @Nullable SearchMode mode) {}
