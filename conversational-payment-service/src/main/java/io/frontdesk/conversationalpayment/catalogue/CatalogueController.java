package io.frontdesk.conversationalpayment.catalogue;

import io.frontdesk.conversationalpayment.audit.AuditTrail;
import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionTemplate;
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
@RequestMapping("/api/conversational-payments/catalogue")
@PreAuthorize("hasAnyRole('visitor', 'owner', 'staff', 'operator', 'service')")
class CatalogueController {
    private static final String KEEPERS = "hasAnyRole('owner', 'staff', 'operator')";

    private final CatalogueItems items;
    private final AuditTrail audit;
    private final IdGenerator ids;
    private final Tenancy tenancy;
    private final TransactionTemplate transactions;

    CatalogueController(
            CatalogueItems items,
            AuditTrail audit,
            IdGenerator ids,
            Tenancy tenancy,
            TransactionTemplate transactions) {
        this.items = items;
        this.audit = audit;
        this.ids = ids;
        this.tenancy = tenancy;
        this.transactions = transactions;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize(KEEPERS)
    CatalogueItem create(@Valid @RequestBody NewItem item) {
        tenancy.require();
        return written(ids.generateId(), "item-added", id -> items.add(id, item));
    }

    @PutMapping("/{id}")
    @PreAuthorize(KEEPERS)
    CatalogueItem replace(@PathVariable UUID id, @Valid @RequestBody NewItem item) {
        return written(id, "item-changed", _ -> items.replace(id, item));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize(KEEPERS)
    @Operation(summary = "Takes the item out of sale")
    void retire(@PathVariable UUID id) {
        written(id, "item-retired", _ -> items.retire(id));
    }

    @GetMapping("/{id}")
    CatalogueItem get(@PathVariable UUID id) {
        return items.get(id);
    }

    @GetMapping
    Page<CatalogueItem> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        return Page.of(items.list(limit + 1, cursor), limit, CatalogueItem::id);
    }

    private CatalogueItem written(UUID id, String action, Consumer<UUID> change) {
        return Objects.requireNonNull(
                transactions.execute(_ -> {
                    change.accept(id);
                    var item = items.get(id);
                    audit.add(action, id, Map.of("name", item.name(), "price", "" + item.price()));
                    return item;
                }));
    }
}
