package io.frontdesk.calendarintegration.resource;

import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.IdGenerator;
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
@RequestMapping("/api/calendar/resources")
@PreAuthorize("hasAnyRole('owner', 'staff', 'operator')")
class ResourceController {
    private final Resources resources;
    private final IdGenerator ids;
    private final Tenancy tenancy;

    ResourceController(Resources resources, IdGenerator ids, Tenancy tenancy) {
        this.resources = resources;
        this.ids = ids;
        this.tenancy = tenancy;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Resource createResource(@Valid @RequestBody NewResource resource) {
        tenancy.require();
        var id = ids.generateId();
        resources.add(id, resource);
        return resources.get(id);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAnyRole('owner', 'staff', 'operator', 'service')")
    Resource getResource(@PathVariable UUID id) {
        return resources.get(id);
    }

    @GetMapping
    @Operation(summary = "Newest first")
    @PreAuthorize("hasAnyRole('owner', 'staff', 'operator', 'service')")
    Page<Resource> listResources(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        return Page.of(resources.list(limit + 1, cursor), limit, Resource::id);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Replaces everything; what is booked already stays")
    Resource replaceResource(@PathVariable UUID id, @Valid @RequestBody NewResource resource) {
        return resources.replace(id, resource);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes it, or only makes it inactive where something refers to it")
    void removeResource(@PathVariable UUID id) {
        resources.remove(id);
    }
}
