package io.frontdesk.payment.ledger;

import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the books. */
@RestController
@RequestMapping("/api/payments/ledger")
class LedgerController {
    private static final String ACCOUNTS =
            "provider_balance|receivable|revenue|fees|refunds|disputes|losses";

    private final Ledger ledger;
    private final Tenancy tenancy;
    private final Clock clock;

    LedgerController(Ledger ledger, Tenancy tenancy, Clock clock) {
        this.ledger = ledger;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** All accounts that ever moved, as of a time. */
    record Balances(Instant at, List<Balance> items) {}

    @GetMapping("/entries")
    @Operation(summary = "Postings of the ledger, newest first; from and to are booking times")
    Page<LedgerEntry> entries(
            @RequestParam @Nullable UUID paymentId,
            @RequestParam @Nullable @Pattern(regexp = ACCOUNTS) String account,
            @RequestParam @Nullable Instant from,
            @RequestParam @Nullable Instant to,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.LARGEST) int limit,
            @RequestParam @Nullable UUID cursor) {
        tenancy.require();
        var filter = new Ledger.EntryFilter(paymentId, account, from, to, cursor);
        return Page.of(ledger.entries(filter, limit + 1), limit, LedgerEntry::id);
    }

    @GetMapping("/balances")
    @Operation(summary = "What every account came to at a time; now if none is given")
    Balances balances(@RequestParam @Nullable Instant at) {
        tenancy.require();
        var time = at == null ? clock.instant() : at;
        return new Balances(time, ledger.balances(time));
    }
}
