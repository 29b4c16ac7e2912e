package io.frontdesk.ragcore.budget;

import io.frontdesk.ragcore.settings.TenantSettings;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/**
 * A tenant's spending on language models. A call is reserved at its worst case under a lock on the
 * tenant's budget, so that calls at once cannot together spend what is there only once.
 */
@Component
@EnableConfigurationProperties(BudgetProperties.class)
public class Budgets {
    /** The agent that stands for all of a tenant's. */
    public static final String ALL = "";

    private final JdbcClient jdbc;
    private final IdGenerator ids;
    private final Clock clock;
    private final BudgetProperties defaults;
    private final TenantSettings settings;

    Budgets(
            JdbcClient jdbc,
            IdGenerator ids,
            Clock clock,
            BudgetProperties defaults,
            TenantSettings settings) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.defaults = defaults;
        this.settings = settings;
    }

    public CurrencyUnit currency() {
        return CurrencyUnit.of(defaults.currency());
    }

    /**
     * Sets the worst case of a call aside.
     *
     * @param agent of the tenant's, or empty for none in particular
     * @param lasting after which an unsettled call no longer counts; longer than any call takes
     * @throws BudgetExceeded when the tenant's or the agent's month does not have it left
     */
    @Transactional
    public Reservation reserve(String agent, String model, BigDecimal worst, Duration lasting) {
        require(ALL, worst);
        if (!agent.equals(ALL)) {
            require(agent, worst);
        }
        var id = ids.generateId();
        var now = clock.instant();
        jdbc.sql(
                        """
                        insert into model_spend (id, agent_id, model, reserved, created_at, expires_at)
                        values (:id, :agent, :model, :worst, :now, :expires)
                        """)
                .param("id", id)
                .param("agent", agent)
                .param("model", model)
                .param("worst", worst)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", now.plus(lasting).atOffset(ZoneOffset.UTC))
                .update();
        return new Reservation(id, worst);
    }

    /** Writes down what the call cost, never more than was reserved for it. */
    @Transactional
    public void settle(Reservation reservation, BigDecimal cost, int input, int output) {
        jdbc.sql(
                        """
                        update model_spend
                        set settled = least(:cost, reserved),
                            input_tokens = :input, output_tokens = :output
                        where id = :id and settled is null
                        """)
                .param("cost", cost)
                .param("input", input)
                .param("output", output)
                .param("id", reservation.id())
                .update();
    }

    /** The call did not take place. */
    @Transactional
    public void release(Reservation reservation) {
        jdbc.sql("delete from model_spend where id = :id and settled is null")
                .param("id", reservation.id())
                .update();
    }

    /** Of the current tenant, or of one of its agents, in this month. */
    @Transactional(readOnly = true)
    public Budget of(String agent) {
        return budget(agent, own(agent, ""));
    }

    /**
     * Sets a limit.
     *
     * @throws AboveCap when the operator's cap for the tenant is lower
     */
    @Transactional
    void set(String agent, BigDecimal amount) {
        var cap = cap();
        if (cap != null && amount.compareTo(cap) > 0) {
            throw new AboveCap(amount, cap, defaults.currency());
        }
        jdbc.sql(
                        """
                        insert into model_budget (agent_id, amount) values (:agent, :amount)
                        on conflict (tenant_id, agent_id) do update set amount = excluded.amount
                        """)
                .param("agent", agent)
                .param("amount", amount)
                .update();
    }

    /**
     * The operator's cap for the current tenant; null for none. One in a currency that nothing is
     * priced in allows nothing, since it cannot be kept.
     */
    @Transactional(readOnly = true)
    @Nullable BigDecimal cap() {
        var setting = settings.current();
        return setting.spendCap() == null || defaults.currency().equals(setting.spendCurrency())
                ? setting.spendCap()
                : BigDecimal.ZERO;
    }

    /** What is left of a month, and what is set aside counts as spent. */
    public record Budget(
            String agent,
            BigDecimal limit,
            @Nullable BigDecimal cap,
            BigDecimal settled,
            BigDecimal reserved,
            Instant since) {
        BigDecimal left() {
            return limit.subtract(settled).subtract(reserved).max(BigDecimal.ZERO);
        }
    }

    private record Spent(BigDecimal settled, BigDecimal reserved) {}

    private void require(String agent, BigDecimal worst) {
        if (agent.equals(ALL)) {
            // The row is there to be locked.
            jdbc.sql("insert into model_budget (agent_id) values (:agent) on conflict do nothing")
                    .param("agent", agent)
                    .update();
        }
        var own = own(agent, "for update");
        if (own == null && !agent.equals(ALL)) {
            return;
        }
        var budget = budget(agent, own);
        if (worst.compareTo(budget.left()) > 0) {
            throw new BudgetExceeded(
                    ("The call may cost %s %s, and %s of this month's %s is left%s. Ask for a"
                                    + " shorter answer, or have the budget raised.")
                            .formatted(
                                    plain(worst),
                                    defaults.currency(),
                                    plain(budget.left()),
                                    plain(budget.limit()),
                                    agent.equals(ALL) ? "" : " for this agent"));
        }
    }

    /** A tenant without a budget of its own has the operator's cap, or what is usual. */
    private Budget budget(String agent, @Nullable BigDecimal own) {
        var cap = cap();
        var wanted = own != null ? own : cap != null ? cap : defaults.monthly();
        var spent = spent(agent);
        return new Budget(
                agent,
                cap == null ? wanted : wanted.min(cap),
                cap,
                spent.settled(),
                spent.reserved(),
                monthBegan());
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    private @Nullable BigDecimal own(String agent, String lock) {
        return jdbc.sql("select amount from model_budget where agent_id = :agent " + lock)
                .param("agent", agent)
                .query((row, _) -> new Amount(row.getBigDecimal("amount")))
                .optional()
                .map(Amount::value)
                .orElse(null);
    }

    /** A column that may be empty, since a row mapper's answer may not. */
    private record Amount(@Nullable BigDecimal value) {}

    private Spent spent(String agent) {
        return jdbc.sql(
                        """
                        select coalesce(sum(settled), 0) as settled,
                               coalesce(sum(reserved) filter (
                                   where settled is null and expires_at > :now), 0) as reserved
                        from model_spend
                        where created_at >= :since and (:agent = '' or agent_id = :agent)
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("since", monthBegan().atOffset(ZoneOffset.UTC))
                .param("agent", agent)
                .query(Spent.class)
                .single();
    }

    private Instant monthBegan() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .withDayOfMonth(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    /** The agents that have a budget of their own. */
    @Transactional(readOnly = true)
    List<String> agents() {
        return jdbc.sql("select agent_id from model_budget where agent_id <> '' order by agent_id")
                .query((row, _) -> Objects.requireNonNull(row.getString("agent_id")))
                .list();
    }
}
