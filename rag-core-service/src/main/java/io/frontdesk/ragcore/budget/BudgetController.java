package io.frontdesk.ragcore.budget;

import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A tenant reads what it may spend on language models; the operator says how much that is. */
@RestController
class BudgetController {
    private static final int DECIMALS = 6;

    private final Budgets budgets;
    private final Tenancy tenancy;

    BudgetController(Budgets budgets, Tenancy tenancy) {
        this.budgets = budgets;
        this.tenancy = tenancy;
    }

    /**
     * A month's budget, in {@code currency}, with up to six decimals.
     *
     * @param agentId null for all of the tenant's
     * @param limit never above the cap
     * @param cap what the operator allows the tenant at most; null for no such cap
     * @param spent by calls that ended
     * @param reserved for calls that run, at their worst
     */
    record BudgetState(
            @Nullable String agentId,
            String currency,
            String limit,
            @Nullable String cap,
            String spent,
            String reserved,
            Instant since) {}

    record BudgetStates(List<BudgetState> items) {}

    /**
     * A limit for a calendar month (UTC).
     *
     * @param agentId null for all of the tenant's
     * @param limit in the currency of the models' prices
     */
    record NewLimit(
            @Nullable @Size(min = 1, max = 100) String agentId,
            @NotNull @DecimalMin("0") @Digits(integer = 9, fraction = 6) BigDecimal limit) {}

    @Operation(summary = "What may be spent on language models this month, and what was")
    @GetMapping("/v1/budgets")
    BudgetStates read() {
        tenancy.require();
        return new BudgetStates(
                Stream.concat(Stream.of(Budgets.ALL), budgets.agents().stream())
                        .map(this::state)
                        .toList());
    }

    @Operation(summary = "Sets the monthly limit of a tenant, or of one of its agents")
    @PutMapping("/v1/budgets")
    @PreAuthorize("hasAnyRole('operator', 'service', 'owner')")
    BudgetState set(@Valid @RequestBody NewLimit limit, Authentication caller) {
        tenancy.require();
        // Without a cap there is nothing that would hold an owner.
        if (budgets.cap() == null && !mayRaise(caller)) {
            throw new AccessDeniedException("Only the operator raises a budget without a cap.");
        }
        var agent = limit.agentId() == null ? Budgets.ALL : limit.agentId();
        budgets.set(agent, limit.limit());
        return state(agent);
    }

    private static boolean mayRaise(Authentication caller) {
        return caller.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(Set.of("ROLE_operator", "ROLE_service")::contains);
    }

    private BudgetState state(String agent) {
        var budget = budgets.of(agent);
        return new BudgetState(
                agent.equals(Budgets.ALL) ? null : agent,
                budgets.currency().getCode(),
                plain(budget.limit()),
                budget.cap() == null ? null : plain(budget.cap()),
                plain(budget.settled()),
                plain(budget.reserved()),
                budget.since());
    }

    private static String plain(BigDecimal amount) {
        return amount.setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }
}
