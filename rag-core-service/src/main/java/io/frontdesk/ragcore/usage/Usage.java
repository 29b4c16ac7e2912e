package io.frontdesk.ragcore.usage;

import io.frontdesk.ragcore.budget.Budgets;
import io.frontdesk.ragcore.usage.UsageController.OfModel;
import io.frontdesk.ragcore.usage.UsageController.Spend;
import io.frontdesk.ragcore.usage.UsageController.State;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts what the current tenant has. */
@Component
class Usage {
    private static final int DECIMALS = 6;

    private final JdbcClient jdbc;
    private final Budgets budgets;

    Usage(JdbcClient jdbc, Budgets budgets) {
        this.jdbc = jdbc;
        this.budgets = budgets;
    }

    private record Stored(long chunks, long bytes) {}

    @Transactional(readOnly = true)
    State read() {
        var stored =
                jdbc.sql(
                                "select count(*) as chunks, coalesce(sum(octet_length(text)), 0)"
                                        + " as bytes from chunk")
                        .query(Stored.class)
                        .single();
        var models =
                jdbc.sql("select model, count(*) as chunks from chunk group by model order by 1")
                        .query((row, _) ->
                                new OfModel(row.getString("model"), row.getLong("chunks")))
                        .list();
        return new State(stored.chunks(), stored.bytes(), models, spend());
    }

    private Spend spend() {
        var budget = budgets.of(Budgets.ALL);
        return new Spend(
                YearMonth.from(budget.since().atOffset(ZoneOffset.UTC)).toString(),
                plain(budget.settled()),
                plain(budget.reserved()),
                plain(budget.limit()),
                budgets.currency().getCode());
    }

    private static String plain(BigDecimal amount) {
        return amount.setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }
}
