package io.frontdesk.e2e.payments;

import io.frontdesk.e2e.fleet.Caller;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A tenant's ledger, added up from what the API tells. */
public record Ledger(Caller caller) {
    /** The sum of all postings of each transaction and currency that is not zero. */
    public Map<String, BigDecimal> unbalanced() {
        var sums = new HashMap<String, BigDecimal>();
        for (String cursor = ""; cursor != null; ) {
            var page =
                    caller.get("/api/payments/ledger/entries?limit=200" + cursor)
                            .expect(200)
                            .body();
            page.path("items").forEach(entry -> add(sums, entry));
            cursor = next(page);
        }
        if (sums.isEmpty()) {
            throw new AssertionError("Nothing was booked, so nothing can balance.");
        }
        sums.values().removeIf(sum -> sum.signum() == 0);
        return sums;
    }

    private static void add(Map<String, BigDecimal> sums, JsonNode posting) {
        var money = posting.path("amount");
        sums.merge(
                posting.path("transactionId").asString() + " " + money.path("currency").asString(),
                new BigDecimal(money.path("amount").asString()),
                BigDecimal::add);
    }

    private static @Nullable String next(JsonNode page) {
        var cursor = page.path("nextCursor");
        return cursor.isString() ? "&cursor=" + cursor.asString() : null;
    }
}
