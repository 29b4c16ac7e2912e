package io.frontdesk.ragcore.chunk;

import io.frontdesk.starter.tenancy.Tenancy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For the ingester; the gateway does not route here. */
@RestController
@RequestMapping("/core")
@PreAuthorize("hasAnyRole('service', 'owner', 'staff', 'operator')")
class ChunkController {
    private final Chunks chunks;
    private final StoreChunks store;
    private final DeleteChunks delete;
    private final Tenancy tenancy;

    ChunkController(Chunks chunks, StoreChunks store, DeleteChunks delete, Tenancy tenancy) {
        this.chunks = chunks;
        this.store = store;
        this.delete = delete;
        this.tenancy = tenancy;
    }

    record Batch(
            @NotEmpty @Size(max = 64) @DistinctOrdinals List<@NotNull @Valid ChunkDraft> chunks) {}

    record Stored(int stored) {}

    record Count(@NotNull @Min(0) Integer count) {}

    record Removed(int removed) {}

    record Ordinals(List<Integer> ordinals) {}

    record Item(
            UUID chunkId,
            int ordinal,
            String text,
            List<String> headings,
            @Nullable Integer page) {}

    record Page(List<Item> items, @Nullable String nextCursor) {}

    @PutMapping("/bases/{baseId}/documents/{documentId}/chunks")
    Stored store(
            @PathVariable UUID baseId,
            @PathVariable UUID documentId,
            @Valid @RequestBody Batch batch) {
        tenancy.require();
        store.store(baseId, documentId, batch.chunks());
        return new Stored(batch.chunks().size());
    }

    @GetMapping("/documents/{documentId}/chunks/ordinals")
    @Transactional(readOnly = true)
    Ordinals ordinals(@PathVariable UUID documentId) {
        tenancy.require();
        return new Ordinals(chunks.ordinals(documentId));
    }

    @PutMapping("/documents/{documentId}/chunk-count")
    Removed shorten(@PathVariable UUID documentId, @Valid @RequestBody Count count) {
        tenancy.require();
        return new Removed(delete.deleteFrom(documentId, count.count()));
    }

    @GetMapping("/documents/{documentId}/chunks")
    @Transactional(readOnly = true)
    Page list(
            @PathVariable UUID documentId,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(defaultValue = "-1") @Min(-1) int cursor) {
        tenancy.require();
        var found = chunks.after(documentId, cursor, limit + 1);
        var items = found.stream().limit(limit).map(ChunkController::item).toList();
        return new Page(
                items, found.size() > limit ? String.valueOf(items.getLast().ordinal()) : null);
    }

    @DeleteMapping("/documents/{documentId}/chunks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID documentId) {
        tenancy.require();
        delete.deleteFrom(documentId, 0);
    }

    private static Item item(StoredChunk chunk) {
        return new Item(chunk.id(), chunk.ordinal(), chunk.text(), chunk.headings(), chunk.page());
    }
}
