package io.frontdesk.conversationalpayment.receipt;

import io.frontdesk.conversationalpayment.audit.AuditTrail;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/payments/business")
class BusinessProfileController {
    private final BusinessProfiles profiles;
    private final AuditTrail audit;
    private final Tenancy tenancy;
    private final TransactionTemplate transactions;

    BusinessProfileController(
            BusinessProfiles profiles,
            AuditTrail audit,
            Tenancy tenancy,
            TransactionTemplate transactions) {
        this.profiles = profiles;
        this.audit = audit;
        this.tenancy = tenancy;
        this.transactions = transactions;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('owner', 'staff', 'operator')")
    @Operation(summary = "The name and address on receipts")
    BusinessProfile profile() {
        tenancy.require();
        return profiles.current();
    }

    @PutMapping
    @PreAuthorize("hasAnyRole('owner', 'operator')")
    @Operation(summary = "Changes the name and address on receipts from now on")
    BusinessProfile replaceProfile(@Valid @RequestBody BusinessProfile profile) {
        tenancy.require();
        return Objects.requireNonNull(
                transactions.execute(_ -> {
                    audit.add("business-changed", "business", Map.of("name", profile.name()));
                    return profiles.replace(profile);
                }));
    }
}
