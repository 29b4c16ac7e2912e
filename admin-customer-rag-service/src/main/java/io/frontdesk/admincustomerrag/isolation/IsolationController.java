package io.frontdesk.admincustomerrag.isolation;

import io.frontdesk.admincustomerrag.canary.Patience;
import io.frontdesk.starter.identity.Identity;
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
@RequestMapping("/api/admin/customers/{tenantId}/rag/isolation")
@PreAuthorize("hasRole('operator')")
class IsolationController {

    private final StartRun startRun;
    private final Reports reports;
    private final IsolationProperties properties;
    private final Tenancy tenancy;

    IsolationController(
            StartRun startRun, Reports reports, IsolationProperties properties, Tenancy tenancy) {
        this.startRun = startRun;
        this.reports = reports;
        this.properties = properties;
        this.tenancy = tenancy;
    }

    @Operation(summary = "Starts a run that tries whether tenants see something of each other")
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Report run(@PathVariable UUID tenantId, Identity caller) {
        return tenancy.as(tenantId, () -> startRun.start(caller.subject()));
    }

    @Operation(summary = "The latest report; where there is none, one is made first")
    @GetMapping
    Report latest(@PathVariable UUID tenantId, Identity caller) {
        return tenancy.as(
                tenantId,
                () -> reports.latest().orElseGet(() -> awaited(startRun.start(caller.subject()))));
    }

    /** It may come back running: then the next reading shows how it ended. */
    private Report awaited(Report begun) {
        Patience.until(
                properties.answer(), () -> !reports.find(begun.id()).orElseThrow().isRunning());
        return reports.find(begun.id()).orElseThrow();
    }
}
