package io.frontdesk.ragknowledge.sharing;

import io.frontdesk.ragknowledge.library.KnowledgeBases;
import io.frontdesk.ragknowledge.platform.Grants;
import io.frontdesk.ragknowledge.platform.Grants.Reader;
import io.frontdesk.ragknowledge.platform.Platform;
import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/knowledge/bases/{baseId}")
@PreAuthorize("hasRole('operator')")
class GrantController {

    private final KnowledgeBases bases;
    private final Grants grants;
    private final Tenancy tenancy;

    GrantController(KnowledgeBases bases, Grants grants, Tenancy tenancy) {
        this.bases = bases;
        this.grants = grants;
        this.tenancy = tenancy;
    }

    @GetMapping("/tenants")
    @Operation(summary = "Tells who may read the base")
    Readers readers(
            @PathVariable UUID baseId,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        return tenancy.as(
                Platform.TENANT,
                () -> {
                    bases.require(baseId);
                    var named = grants.readers(baseId, limit + 1, cursor);
                    var page = Page.of(named, limit, Reader::tenantId);
                    return new Readers(
                            grants.isForEveryone(baseId), page.items(), page.nextCursor());
                });
    }

    @PutMapping("/tenants/{tenantId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Lets a tenant read the base")
    void share(@PathVariable UUID baseId, @PathVariable UUID tenantId) {
        if (tenantId.equals(Platform.TENANT)) {
            throw new PlatformIsNoReader();
        }
        grant(baseId, tenantId);
    }

    @DeleteMapping("/tenants/{tenantId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a tenant's permission back, from its next search on")
    void revoke(@PathVariable UUID baseId, @PathVariable UUID tenantId) {
        if (tenantId.equals(Platform.TENANT)) {
            throw new PlatformIsNoReader();
        }
        take(baseId, tenantId);
    }

    @PutMapping("/everyone")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Lets all tenants read the base, those to come too")
    void shareWithEveryone(@PathVariable UUID baseId) {
        grant(baseId, Platform.TENANT);
    }

    @DeleteMapping("/everyone")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Leaves the base to the tenants that are named")
    void revokeFromEveryone(@PathVariable UUID baseId) {
        take(baseId, Platform.TENANT);
    }

    private void grant(UUID baseId, UUID reader) {
        tenancy.as(
                Platform.TENANT,
                () -> {
                    bases.require(baseId);
                    grants.add(baseId, reader);
                });
    }

    private void take(UUID baseId, UUID reader) {
        tenancy.as(
                Platform.TENANT,
                () -> {
                    bases.require(baseId);
                    grants.remove(baseId, reader);
                });
    }

    /**
     * Who may read a base.
     *
     * @param items the tenants that are named, by id
     */
    record Readers(boolean everyone, List<Reader> items, @Nullable String nextCursor) {}
}
