package io.frontdesk.conversationalpayment.recorded;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which payments; what is null does not matter. Days are UTC days, both included. */
public record PaymentFilter(
        @Nullable String status,
        @Nullable String reference,
        @Nullable String visitor,
        @Nullable String conversationId,
        LocalDate from,
        LocalDate to) {
    Map<String, @Nullable Object> parameters() {
        var all = new HashMap<String, @Nullable Object>();
        all.put("status", status);
        all.put("reference", reference);
        all.put("visitor", visitor);
        all.put("conversation", conversationId);
        all.put("from", from.atStartOfDay().atOffset(ZoneOffset.UTC));
        all.put("to", to.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC));
        return all;
    }
}
