package io.frontdesk.ragknowledge.policy;

import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PolicyController {

    private final Policies policies;
    private final Tenancy tenancy;

    PolicyController(Policies policies, Tenancy tenancy) {
        this.policies = policies;
        this.tenancy = tenancy;
    }

    @GetMapping("/api/knowledge/policy")
    @PreAuthorize("hasAnyRole('owner', 'staff', 'operator', 'service')")
    @Operation(summary = "What the operator has configured for the tenant")
    AppliedPolicy get() {
        tenancy.require();
        return policies.applied();
    }
}
