package io.frontdesk.ragknowledge.erasure;

import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/knowledge/erasures")
@PreAuthorize("hasAnyRole('operator', 'service')")
class ErasureController {

    private final Erasures erasures;
    private final Tenancy tenancy;

    ErasureController(Erasures erasures, Tenancy tenancy) {
        this.erasures = erasures;
        this.tenancy = tenancy;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Erases all that the tenant has here")
    Accepted begin() {
        var erasure = erasures.begin(tenancy.require());
        return new Accepted(erasure.id(), erasure.status());
    }

    @GetMapping("/{id}")
    Erasure get(@PathVariable UUID id) {
        return erasures.find(id).orElseThrow(() -> new ErasureNotFound(id));
    }

    record Accepted(UUID id, String status) {}
}
