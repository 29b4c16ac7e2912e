package io.frontdesk.ragknowledge.library;

import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.IdGenerator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/knowledge/bases")
class KnowledgeBaseController {

    private final KnowledgeBases bases;
    private final IdGenerator ids;
    private final Tenancy tenancy;

    KnowledgeBaseController(KnowledgeBases bases, IdGenerator ids, Tenancy tenancy) {
        this.bases = bases;
        this.ids = ids;
        this.tenancy = tenancy;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created create(@Valid @RequestBody NewShelf base) {
        tenancy.require();
        var id = ids.generateId();
        bases.add(id, base.clean());
        return new Created(id);
    }

    @GetMapping("/{id}")
    Shelf get(@PathVariable UUID id) {
        return bases.get(id);
    }

    @GetMapping
    Page<Shelf> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        return Page.of(bases.list(limit + 1, cursor), limit, Shelf::id);
    }

    record Created(UUID id) {}
}
