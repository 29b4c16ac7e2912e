package io.frontdesk.ragknowledge.fact;

import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/knowledge/facts")
class FactController {

    private final Facts facts;
    private final Tenancy tenancy;

    FactController(Facts facts, Tenancy tenancy) {
        this.facts = facts;
        this.tenancy = tenancy;
    }

    @Operation(summary = "States a figure that answers may name")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    StatedFact add(@Valid @RequestBody NewFact fact) {
        tenancy.require();
        return facts.add(fact, null);
    }

    @GetMapping
    Page<StatedFact> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        return Page.of(facts.list(limit + 1, cursor), limit, StatedFact::id);
    }

    @GetMapping("/{id}")
    StatedFact get(@PathVariable UUID id) {
        return facts.get(id);
    }

    @Operation(summary = "Changes a fact; one that an industry pack brought becomes your own")
    @PutMapping("/{id}")
    StatedFact change(@PathVariable UUID id, @Valid @RequestBody NewFact fact) {
        return facts.change(id, fact);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        facts.delete(id);
    }
}
