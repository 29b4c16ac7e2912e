package io.frontdesk.calendarintegration.offering;

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
@RequestMapping("/api/calendar/offerings")
@PreAuthorize("hasAnyRole('owner', 'staff', 'operator')")
class OfferingController {
    private final Offerings offerings;
    private final IdGenerator ids;
    private final Tenancy tenancy;

    OfferingController(Offerings offerings, IdGenerator ids, Tenancy tenancy) {
        this.offerings = offerings;
        this.ids = ids;
        this.tenancy = tenancy;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Offering createOffering(@Valid @RequestBody NewOffering offering) {
        tenancy.require();
        var id = ids.generateId();
        offerings.add(id, offering);
        return offerings.get(id);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAnyRole('owner', 'staff', 'operator', 'service', 'visitor')")
    Offering getOffering(@PathVariable UUID id) {
        return offerings.get(id);
    }

    @GetMapping
    @Operation(summary = "Newest first")
    @PreAuthorize("hasAnyRole('owner', 'staff', 'operator', 'service', 'visitor')")
    Page<Offering> listOfferings(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        return Page.of(offerings.list(limit + 1, cursor), limit, Offering::id);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Replaces everything; what is booked already stays")
    Offering replaceOffering(@PathVariable UUID id, @Valid @RequestBody NewOffering offering) {
        return offerings.replace(id, offering);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes it, or only makes it inactive once it was held or booked")
    void removeOffering(@PathVariable UUID id) {
        offerings.remove(id);
    }
}
