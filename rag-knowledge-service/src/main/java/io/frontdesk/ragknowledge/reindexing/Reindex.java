package io.frontdesk.ragknowledge.reindexing;

import io.frontdesk.ragknowledge.core.IndexUnavailable;
import io.frontdesk.ragknowledge.core.RagCore;
import io.frontdesk.ragknowledge.document.DocumentNotFound;
import io.frontdesk.ragknowledge.ingestion.Reingestion;
import io.frontdesk.ragknowledge.reindexing.Items.Item;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.HttpClientErrorException;

/**
 * Brings a reindexing a step further. Only a few items are under way at a time, so that uploads of
 * the same time do not wait behind thousands of documents. All that it knows stands in rows: it may
 * be stopped at any point and goes on with what is left.
 */
@Service
class Reindex {

    private static final Logger log = LoggerFactory.getLogger(Reindex.class);
    private static final int AT_ONCE = 32;
    private static final int MOST_ATTEMPTS = 10;

    private final Reindexings reindexings;
    private final Items items;
    private final Reingestion reingestion;
    private final RagCore core;
    private final Tenancy tenancy;
    private final TransactionTemplate transaction;

    Reindex(
            Reindexings reindexings,
            Items items,
            Reingestion reingestion,
            RagCore core,
            Tenancy tenancy,
            TransactionTemplate transaction) {
        this.reindexings = reindexings;
        this.items = items;
        this.reingestion = reingestion;
        this.core = core;
        this.tenancy = tenancy;
        this.transaction = transaction;
    }

    /** True when nothing is left to do. */
    boolean step(UUID id) {
        return tenancy.asSystem(() -> {
            var order = reindexings.get(id);
            if (order.isOver()) {
                return true;
            }
            reindexings.running(id);
            settle(order);
            int free = AT_ONCE - items.in(id, "queued", AT_ONCE).size();
            items.in(id, "pending", free).forEach(item -> start(order, item));
            return reindexings.finished(id);
        });
    }

    private void settle(Reindexing order) {
        var model = order.model();
        if (model == null) {
            items.settleDocuments(order.id());
            return;
        }
        for (var item : items.in(order.id(), "queued", AT_ONCE)) {
            attempt(
                    item,
                    () -> {
                        var now = tenancy.as(item.tenant(), () -> core.modelOf(item.id()));
                        if (now.nextModel() == null && now.model().equals(model)) {
                            items.become(item, "done", item.attempts(), null);
                        }
                    });
        }
    }

    private void start(Reindexing order, Item item) {
        attempt(
                item,
                () -> {
                    var model = order.model();
                    if (model == null) {
                        // One transaction: what is queued is known to be.
                        transaction.executeWithoutResult(_ -> {
                            tenancy.as(item.tenant(), () -> reingestion.queue(item.id()));
                            items.become(item, "queued", item.attempts(), null);
                        });
                    } else {
                        tenancy.as(item.tenant(), () -> core.embedWith(item.id(), model));
                        items.become(item, "queued", 0, null);
                    }
                });
    }

    /** What fails is tried again with a later step; the rest does not wait for it. */
    private void attempt(Item item, Runnable work) {
        try {
            work.run();
        } catch (DocumentNotFound gone) {
            items.become(item, "done", item.attempts(), null);
        } catch (RuntimeException failed) {
            log.warn("Indexing {} again did not succeed: {}", item.id(), failed.toString());
            boolean hopeless = isRefused(failed) || item.attempts() + 1 >= MOST_ATTEMPTS;
            items.become(
                    item, hopeless ? "failed" : "pending", item.attempts() + 1, problem(failed));
        }
    }

    private static boolean isRefused(RuntimeException failed) {
        return failed instanceof IndexUnavailable
                && failed.getCause() instanceof HttpClientErrorException;
    }

    private static String problem(RuntimeException failed) {
        return isRefused(failed)
                ? "The index does not accept it. Does it know the model?"
                : Objects.requireNonNullElse(failed.getMessage(), "It failed unexpectedly.");
    }
}
