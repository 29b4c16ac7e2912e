package io.frontdesk.payment.setup;

import io.frontdesk.payment.account.Accounts;
import io.frontdesk.payment.terms.StoredTerms;
import io.frontdesk.starter.identity.Identity;
import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Owners decide how their business is paid. */
@RestController
@RequestMapping("/api/payments/configuration")
@PreAuthorize("hasAnyRole('owner', 'operator')")
class ConfigurationController {
    private final StoredTerms terms;
    private final Accounts accounts;
    private final SaveConfiguration save;
    private final ConfigurationAudit audit;
    private final Tenancy tenancy;

    ConfigurationController(
            StoredTerms terms,
            Accounts accounts,
            SaveConfiguration save,
            ConfigurationAudit audit,
            Tenancy tenancy) {
        this.terms = terms;
        this.accounts = accounts;
        this.save = save;
        this.audit = audit;
        this.tenancy = tenancy;
    }

    @GetMapping
    @Operation(summary = "How the business is paid; secrets are told by their last characters")
    Configuration read() {
        tenancy.require();
        var stored = accounts.all();
        if (stored.isEmpty()) {
            accounts.active(Accounts.SANDBOX);
            stored = accounts.all();
        }
        return Configuration.of(terms.get(), stored);
    }

    @PutMapping
    @Operation(summary = "Replaces the configuration after every provider accepted its keys")
    Configuration replace(@Valid @RequestBody ConfigurationRequest request, Identity who) {
        tenancy.require();
        return save.save(request, who.subject());
    }

    @GetMapping("/audit")
    @Operation(summary = "Who changed what, newest first")
    Page<ConfigurationChange> changes(
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.LARGEST) int limit,
            @RequestParam @Nullable UUID cursor) {
        tenancy.require();
        return Page.of(audit.before(cursor, limit + 1), limit, ConfigurationChange::id);
    }
}
