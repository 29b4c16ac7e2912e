package io.frontdesk.ragknowledge.usage;

import io.frontdesk.ragknowledge.usage.UsageReport.Against;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PreAuthorize("hasAnyRole('owner', 'staff', 'operator', 'service')")
class UsageController {

    private final UsageReport report;

    UsageController(UsageReport report) {
        this.report = report;
    }

    @GetMapping("/api/knowledge/usage")
    @Operation(summary = "What the tenant uses and may use")
    Against own() {
        return report.againstQuotas();
    }

    @GetMapping("/knowledge/usage")
    @Operation(summary = "What the tenant uses, for other services")
    Usage plain() {
        return report.usage();
    }
}
