package io.frontdesk.ragcore.budget;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
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
    static final String ALL = "";

    private final JdbcClient jdbc;
    private final IdGenerator ids;
    private final Clock clock;
    private final BudgetProperties defaults;

    Budgets(JdbcClient jdbc, IdGenerator ids, Clock clock, BudgetProperties defaults) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.defaults = defaults;
    }

    CurrencyUnit currency() {
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

    @Transactional(readOnly = true)
    Budget of(String agent) {
        return new Budget(
                agent, limit(agent).orElse(defaults.monthly()), spent(agent), monthBegan());
    }

    @Transactional
    void set(String agent, BigDecimal amount) {
        jdbc.sql(
                        """
                        insert into model_budget (agent_id, amount) values (:agent, :amount)
                        on conflict (tenant_id, agent_id) do update set amount = excluded.amount
                        """)
                .param("agent", agent)
                .param("amount", amount)
                .update();
    }

    /** What is left of a month, and what is set aside counts as spent. */
    record Budget(String agent, BigDecimal limit, Spent spent, Instant since) {
        BigDecimal left() {
            return limit.subtract(spent.settled()).subtract(spent.reserved()).max(BigDecimal.ZERO);
        }
    }

    record Spent(BigDecimal settled, BigDecimal reserved) {}

    private void require(String agent, BigDecimal worst) {
        if (agent.equals(ALL)) {
            // The row is there to be locked.
            jdbc.sql(
                            "insert into model_budget (agent_id, amount) values ('', :amount)"
                                    + " on conflict do nothing")
                    .param("amount", defaults.monthly())
                    .update();
        }
        var limit = locked(agent);
        if (limit.isEmpty()) {
            return;
        }
        var left = new Budget(agent, limit.get(), spent(agent), monthBegan()).left();
        if (worst.compareTo(left) > 0) {
            throw new BudgetExceeded(
                    ("The call may cost %s %s, and %s of this month's %s is left%s. Ask for a"
                                    + " shorter answer, or have the budget raised.")
                            .formatted(
                                    worst.stripTrailingZeros().toPlainString(),
                                    defaults.currency(),
                                    left.stripTrailingZeros().toPlainString(),
                                    limit.get().stripTrailingZeros().toPlainString(),
                                    agent.equals(ALL) ? "" : " for this agent"));
        }
    }

    private Optional<BigDecimal> locked(String agent) {
        return jdbc.sql("select amount from model_budget where agent_id = :agent for update")
                .param("agent", agent)
                .query(BigDecimal.class)
                .optional();
    }

    private Optional<BigDecimal> limit(String agent) {
        return jdbc.sql("select amount from model_budget where agent_id = :agent")
                .param("agent", agent)
                .query(BigDecimal.class)
                .optional();
    }

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
