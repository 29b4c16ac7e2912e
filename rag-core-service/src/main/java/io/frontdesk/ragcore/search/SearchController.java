package io.frontdesk.ragcore.search;

import io.frontdesk.starter.tenancy.Tenancy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** For services that search; the gateway does not route here. */
@RestController
class SearchController {
    private final ChunkSearch search;
    private final Tenancy tenancy;

    SearchController(ChunkSearch search, Tenancy tenancy) {
        this.search = search;
        this.tenancy = tenancy;
    }

    /**
     * What to search for.
     *
     * @param baseIds absent means all of the tenant's; empty means none
     * @param denseWeight of meaning against words in hybrid mode, 0 to 1
     */
    record Query(
            @NotBlank @Size(max = 10_000) String query,
            @Nullable @Size(max = 1_000) List<@NotNull UUID> baseIds,
            @Nullable @Min(1) @Max(100) Integer topK,
            @Nullable SearchMode mode,
            @Nullable @DecimalMin("0") @DecimalMax("1") Double denseWeight) {}

    record Hit(
            UUID chunkId,
            UUID documentId,
            UUID baseId,
            String title,
            List<String> headings,
            String text,
            @Nullable Integer page,
            float score,
            @Nullable Float denseScore,
            @Nullable Float lexicalScore) {}

    record Answer(List<Hit> hits) {}

    /** {@code Server-Timing} (W3C) tells in milliseconds what embedding the question took. */
    @PostMapping("/core/search")
    ResponseEntity<Answer> search(@Valid @RequestBody Query query) {
        tenancy.require();
        var found =
                search.search(
                        query.query(),
                        query.baseIds() == null ? null : Set.copyOf(query.baseIds()),
                        Objects.requireNonNullElse(query.topK(), 10),
                        Objects.requireNonNullElse(query.mode(), SearchMode.HYBRID),
                        Objects.requireNonNullElse(query.denseWeight(), ScoreFusion.DENSE));
        var embedding = found.embedding().toNanos() / 1e6;
        return ResponseEntity.ok()
                .header(
                        "Server-Timing",
                        String.format(Locale.ROOT, "embedding;dur=%.2f", embedding))
                .body(new Answer(found.hits().stream().map(SearchController::hit).toList()));
    }

    private static Hit hit(ChunkSearch.Hit hit) {
        var chunk = hit.chunk();
        return new Hit(
                chunk.id(),
                chunk.document(),
                chunk.base(),
                chunk.title(),
                chunk.headings(),
                chunk.text(),
                chunk.page(),
                hit.score(),
                hit.denseScore(),
                hit.lexicalScore());
    }
}
