package io.frontdesk.ragcore.usage;

import io.frontdesk.ragcore.feed.IndexTailer;
import io.frontdesk.ragcore.modelchoice.ModelChoices;
import io.frontdesk.ragcore.usage.UsageController.Erased;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes all rows of the current tenant. What tells what to do goes first, so that no background
 * work begins anew; chunks go in batches, since whoever else stores some waits meanwhile. The
 * indexes follow by the feed.
 */
@Component
class Erasure {
    private static final Logger log = LoggerFactory.getLogger(Erasure.class);
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final ModelChoices choices;
    private final TransactionTemplate transactions;
    private final IndexTailer index;

    Erasure(
            JdbcClient jdbc,
            ModelChoices choices,
            TransactionTemplate transactions,
            IndexTailer index) {
        this.jdbc = jdbc;
        this.choices = choices;
        this.transactions = transactions;
        this.index = index;
    }

    Erased erase(UUID tenant) {
        var money =
                transactions.execute(_ -> {
                    choices.lock();
                    delete("base_model");
                    delete("tenant_setting");
                    return new Erased(0, 0, delete("model_spend"), delete("model_budget"));
                });
        var chunks = 0L;
        for (var gone = BATCH; gone == BATCH; chunks += gone) {
            gone = transactions.execute(_ -> chunks());
        }
        transactions.executeWithoutResult(_ -> {
            delete("base_model");
            delete("deleted_document");
        });
        index.catchUp();
        log.info("Tenant {} is erased: {} chunks", tenant, chunks);
        return new Erased(chunks, chunks, money.spend(), money.budgets());
    }

    private int chunks() {
        choices.lock();
        return jdbc.sql(
                        "delete from chunk where id in (select id from chunk order by id limit"
                                + " :limit)")
                .param("limit", BATCH)
                .update();
    }

    /** Row-level security leaves no other tenant's rows to it. */
    private long delete(String table) {
        return jdbc.sql("delete from " + table).update();
    }
}
