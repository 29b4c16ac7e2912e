package io.frontdesk.payment.reconciliation;

import io.frontdesk.payment.account.Accounts;
import io.frontdesk.payment.terms.StoredTerms;
import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Compares on demand, and shows what was found. */
@RestController
@RequestMapping("/api/payments/reconciliations")
class ReconciliationController {
    private static final Duration LONGEST = Duration.ofDays(31);

    private final Reconcile reconcile;
    private final Reconciliations reports;
    private final Accounts accounts;
    private final StoredTerms terms;
    private final Tenancy tenancy;
    private final Clock clock;

    ReconciliationController(
            Reconcile reconcile,
            Reconciliations reports,
            Accounts accounts,
            StoredTerms terms,
            Tenancy tenancy,
            Clock clock) {
        this.reconcile = reconcile;
        this.reports = reports;
        this.accounts = accounts;
        this.terms = terms;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /**
     * What to compare.
     *
     * @param provider the configuration's default, if absent
     * @param from with to: at most 31 days; absent: the day that has ended (UTC)
     */
    record Wanted(
            @Nullable @Size(max = 40) String provider,
            @Nullable Instant from,
            @Nullable Instant to) {
        @AssertTrue(message = "from and to belong together, at most 31 days apart") boolean isPeriod() {
            return (from == null || to == null)
                    ? Objects.equals(from, to)
                    : from.isBefore(to) && !to.isAfter(from.plus(LONGEST));
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Compares the ledger with the provider's own book")
    Reconciliation compare(@Valid @RequestBody(required = false) @Nullable Wanted wanted) {
        tenancy.require();
        var provider = wanted == null ? null : wanted.provider();
        var account =
                accounts.active(
                        Objects.requireNonNullElse(provider, terms.get().defaultProvider()));
        var day = ReconciliationJobs.Day.before(clock.instant());
        var from = wanted == null || wanted.from() == null ? day.from() : wanted.from();
        var to = wanted == null || wanted.to() == null ? day.to() : wanted.to();
        return reconcile.run(account, from, to);
    }

    @GetMapping
    @Operation(summary = "Reports, newest first")
    Page<Reconciliation> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.LARGEST) int limit,
            @RequestParam @Nullable UUID cursor) {
        tenancy.require();
        return Page.of(reports.list(cursor, limit + 1), limit, Reconciliation::id);
    }

    @GetMapping("/{id}")
    Reconciliation read(@PathVariable UUID id) {
        return reports.get(id);
    }
}
