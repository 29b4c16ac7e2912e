package io.frontdesk.admincustomerrag.change;

import io.frontdesk.admincustomerrag.versioning.Configuration;
import io.frontdesk.admincustomerrag.versioning.ConfigurationVersions;
import io.frontdesk.starter.identity.Identity;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/customers/{tenantId}/rag/configuration")
@PreAuthorize("hasRole('operator')")
class ConfigurationController {

    private final ConfigurationVersions versions;
    private final ChangeConfiguration changeConfiguration;
    private final Tenancy tenancy;

    ConfigurationController(
            ConfigurationVersions versions,
            ChangeConfiguration changeConfiguration,
            Tenancy tenancy) {
        this.versions = versions;
        this.changeConfiguration = changeConfiguration;
        this.tenancy = tenancy;
    }

    @Operation(summary = "The configuration that holds, with its version as ETag")
    @GetMapping
    ResponseEntity<Configuration> get(@PathVariable UUID tenantId) {
        return tenancy.as(tenantId, () -> tagged(versions.current()));
    }

    @Operation(summary = "Replaces the whole configuration; If-Match guards against others")
    @PutMapping
    ResponseEntity<Configuration> put(
            @PathVariable UUID tenantId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Proposal proposal,
            Identity caller) {
        return tenancy.as(
                tenantId,
                () -> tagged(changeConfiguration.propose(proposal, ifMatch, caller.subject())));
    }

    @Operation(summary = "Takes up the content of an earlier version, as a new one")
    @PostMapping("/rollback")
    ResponseEntity<Configuration> rollBack(
            @PathVariable UUID tenantId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Rollback rollback,
            Identity caller) {
        return tenancy.as(
                tenantId,
                () ->
                        tagged(
                                changeConfiguration.rollBack(
                                        rollback.version(),
                                        ifMatch,
                                        caller.subject(),
                                        rollback.comment())));
    }

    @Operation(summary = "The JSON Schema of the configuration")
    @GetMapping(path = "/schema", produces = "application/schema+json")
    Resource schema(@PathVariable UUID tenantId) {
        return new ClassPathResource("configuration-schema.json");
    }

    private static ResponseEntity<Configuration> tagged(Configuration configuration) {
        return ResponseEntity.ok().eTag(Etag.of(configuration.version())).body(configuration);
    }

    /**
     * The way back.
     *
     * @param version whose content is wanted again; 0 for the defaults
     */
    record Rollback(@NotNull @Min(0) Integer version, @Nullable @Size(max = 500) String comment) {}
}
