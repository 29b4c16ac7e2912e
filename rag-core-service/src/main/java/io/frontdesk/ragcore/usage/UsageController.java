package io.frontdesk.ragcore.usage;

import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For services that administer tenants; the gateway does not route here. */
@RestController
@RequestMapping("/core")
class UsageController {
    private final Usage usage;
    private final Erasure erasure;
    private final Tenancy tenancy;

    UsageController(Usage usage, Erasure erasure, Tenancy tenancy) {
        this.usage = usage;
        this.erasure = erasure;
        this.tenancy = tenancy;
    }

    /**
     * What a tenant has here.
     *
     * @param textBytes of the chunks' texts in UTF-8
     */
    record State(long chunks, long textBytes, List<OfModel> models, Spend spend) {}

    record OfModel(String model, long chunks) {}

    /**
     * A calendar month (UTC) of language and embedding models; amounts with six decimals.
     *
     * @param month for example {@code 2026-11}
     * @param reserved for calls that run, at their worst
     * @param budget that holds: the lower one of the tenant's and of the operator's cap
     */
    record Spend(String month, String spent, String reserved, String budget, String currency) {}

    /** How many rows were removed; a tombstone holds the id of a chunk and goes after a week. */
    record Erased(long chunks, long tombstones, long spend, long budgets) {}

    @Operation(summary = "What the tenant has stored, and spent this month")
    @GetMapping("/usage")
    @PreAuthorize("hasAnyRole('service', 'owner', 'staff', 'operator')")
    State readUsage() {
        tenancy.require();
        return usage.read();
    }

    @Operation(summary = "Removes everything of the tenant; may be repeated")
    @DeleteMapping("/tenant")
    @PreAuthorize("hasAnyRole('service', 'operator')")
    Erased eraseTenant() {
        return erasure.erase(tenancy.require());
    }
}
