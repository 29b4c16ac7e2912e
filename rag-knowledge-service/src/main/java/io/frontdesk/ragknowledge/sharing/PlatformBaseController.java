package io.frontdesk.ragknowledge.sharing;

import io.frontdesk.ragknowledge.library.KnowledgeBases;
import io.frontdesk.ragknowledge.library.NewShelf;
import io.frontdesk.ragknowledge.library.Shelf;
import io.frontdesk.ragknowledge.platform.Platform;
import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.IdGenerator;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/knowledge/bases")
@PreAuthorize("hasRole('operator')")
class PlatformBaseController {

    private final KnowledgeBases bases;
    private final RemoveShelf removeShelf;
    private final IdGenerator ids;
    private final Tenancy tenancy;

    PlatformBaseController(
            KnowledgeBases bases, RemoveShelf removeShelf, IdGenerator ids, Tenancy tenancy) {
        this.bases = bases;
        this.removeShelf = removeShelf;
        this.ids = ids;
        this.tenancy = tenancy;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Adds a knowledge base of the platform's, which nobody may read yet")
    Created create(@Valid @RequestBody NewShelf base) {
        var id = ids.generateId();
        tenancy.as(Platform.TENANT, () -> bases.add(id, base.clean()));
        return new Created(id);
    }

    @GetMapping
    @Operation(summary = "Lists the platform's knowledge bases, newest first")
    Page<PlatformShelf> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        var found = tenancy.as(Platform.TENANT, () -> bases.list(limit + 1, cursor));
        return Page.of(found.stream().map(PlatformShelf::of).toList(), limit, PlatformShelf::id);
    }

    @GetMapping("/{id}")
    PlatformShelf get(@PathVariable UUID id) {
        return tenancy.as(Platform.TENANT, () -> PlatformShelf.of(bases.get(id)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Deletes a base of the platform's with its documents, for all its readers")
    void delete(@PathVariable UUID id) {
        tenancy.as(Platform.TENANT, () -> removeShelf.remove(id));
    }

    record Created(UUID id) {}

    /** A base of the platform's. */
    record PlatformShelf(
            UUID id,
            String name,
            @Nullable String description,
            @Nullable String industry,
            OffsetDateTime createdAt) {

        static PlatformShelf of(Shelf base) {
            return new PlatformShelf(
                    base.id(), base.name(), base.description(), base.industry(), base.createdAt());
        }
    }
}
