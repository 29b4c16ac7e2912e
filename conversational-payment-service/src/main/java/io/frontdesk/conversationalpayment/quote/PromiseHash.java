package io.frontdesk.conversationalpayment.quote;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * SHA-256 over the canonical JSON of a promise (RFC 8785: sorted names, no blanks; of its values
 * only strings and small integers occur here, and no control characters).
 */
public final class PromiseHash {
    private static final JsonMapper CANONICAL =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private PromiseHash() {}

    /** 64 hexadecimal digits. */
    public static String of(Promise promise) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(canonical(promise).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String canonical(Promise promise) {
        var all = new TreeMap<String, Object>();
        all.put("id", promise.id().toString());
        all.put("tenant", promise.tenant().toString());
        put(all, "conversationId", promise.conversationId());
        put(all, "agentId", promise.agentId());
        all.put("visitor", visitor(promise.visitor()));
        put(all, "slot", promise.slot() == null ? null : slot(promise.slot()));
        all.put("lines", promise.lines().stream().map(PromiseHash::line).toList());
        all.put("total", money(promise.total()));
        all.put("policyVersion", promise.policyVersion());
        all.put("expiresAt", time(promise.expiresAt()));
        all.put("payableUntil", time(promise.payableUntil()));
        return CANONICAL.writeValueAsString(all);
    }

    private static Map<String, Object> visitor(Visitor visitor) {
        var all = new TreeMap<String, Object>();
        put(all, "id", visitor.id());
        put(all, "name", visitor.name());
        put(all, "email", visitor.email());
        return all;
    }

    private static Map<String, Object> slot(Slot slot) {
        var all = new TreeMap<String, Object>();
        all.put("resourceId", slot.resourceId().toString());
        all.put("start", time(slot.start()));
        all.put("end", time(slot.end()));
        put(all, "holdId", slot.holdId() == null ? null : slot.holdId().toString());
        return all;
    }

    private static Map<String, Object> line(QuoteLine line) {
        var all = new TreeMap<String, Object>();
        all.put("itemId", line.itemId().toString());
        all.put("name", line.name());
        all.put("quantity", line.quantity());
        all.put("unitPrice", money(line.unitPrice()));
        all.put("total", money(line.total()));
        return all;
    }

    private static Map<String, Object> money(Money money) {
        return new TreeMap<>(
                Map.of(
                        "amount",
                        money.getAmount().toPlainString(),
                        "currency",
                        money.getCurrencyUnit().getCode()));
    }

    private static String time(OffsetDateTime time) {
        return time.toInstant().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static void put(Map<String, Object> all, String name, @Nullable Object value) {
        if (value != null) {
            all.put(name, value);
        }
    }
}
