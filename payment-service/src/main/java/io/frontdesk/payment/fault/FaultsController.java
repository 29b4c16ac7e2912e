package io.frontdesk.payment.fault;

import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets a tenant see how its own systems take what providers do on bad days. */
@RestController
@RequestMapping("/api/payments/sandbox/faults")
@PreAuthorize("hasAnyRole('owner', 'operator')")
class FaultsController {
    private final FaultStore faults;
    private final Tenancy tenancy;

    FaultsController(FaultStore faults, Tenancy tenancy) {
        this.faults = faults;
        this.tenancy = tenancy;
    }

    @GetMapping
    @Operation(summary = "What goes wrong in the sandbox")
    Faults read() {
        tenancy.require();
        return faults.get();
    }

    @PutMapping
    @Operation(summary = "Decides what goes wrong in the sandbox from now on")
    Faults replace(@Valid @RequestBody FaultsRequest wanted) {
        tenancy.require();
        faults.put(wanted.faults());
        return faults.get();
    }
}
