package io.frontdesk.conversationalpayment.policy;

import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/payments/policies")
class PolicyController {
    private final Policies policies;
    private final Tenancy tenancy;

    PolicyController(Policies policies, Tenancy tenancy) {
        this.policies = policies;
        this.tenancy = tenancy;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('owner', 'staff', 'operator')")
    @Operation(summary = "The policy in force; version 0 is the default of a new tenant")
    SpendPolicy policy() {
        tenancy.require();
        return policies.current();
    }

    @PutMapping
    @PreAuthorize("hasAnyRole('owner', 'operator')")
    @Operation(summary = "Puts another policy in force; a given version must be the current one")
    SpendPolicy replacePolicy(@Valid @RequestBody SpendPolicy policy) {
        tenancy.require();
        return policies.replace(policy);
    }

    @GetMapping("/versions")
    @PreAuthorize("hasAnyRole('owner', 'operator')")
    @Operation(summary = "All policies so far, newest first")
    Page<Policies.PolicyVersion> versions(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return new Page<>(policies.versions(limit), null);
    }
}
