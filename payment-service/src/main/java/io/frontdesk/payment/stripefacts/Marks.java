package io.frontdesk.payment.stripefacts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What we write into the metadata of a payment at Stripe, to know it again and to read it rightly.
 * Stripe copies it to the charge when it charges, and returns it in every webhook of either.
 */
public final class Marks {
    private static final String PAYMENT_ID = "payment_id";
    private static final String OURS = "frontdesk_";
    private static final String CAPTURE = OURS + "capture";
    private static final String PAGE = OURS + "page";
    private static final String TAKEN = OURS + "taken_";

    /** Where a payer pays: a page that may be opened again and again, or one for one attempt. */
    public enum Page {
        LINK,
        SESSION
    }

    private Marks() {}

    public static Map<String, String> of(
            UUID payment, boolean manualCapture, @Nullable Page page, Map<String, String> theirs) {
        var marks = new HashMap<>(theirs);
        marks.keySet().removeIf(name -> name.startsWith(OURS));
        marks.put(PAYMENT_ID, payment.toString());
        marks.put(CAPTURE, manualCapture ? "manual" : "automatic");
        if (page != null) {
            marks.put(PAGE, page.name());
        }
        return marks;
    }

    /**
     * A capture's mark, written in the same call that captures. Stripe itself keeps only the sum of
     * a payment's captures; with the marks, whoever reads the payment sees each of them.
     */
    public static Map<String, String> taken(String key, long units) {
        return Map.of(TAKEN + digest(key), String.valueOf(units));
    }

    /** Units by a word that is the capture's own. */
    static Map<String, Long> taken(@Nullable Map<String, String> metadata) {
        var taken = new HashMap<String, Long>();
        orEmpty(metadata)
                .forEach((name, units) -> {
                    if (name.startsWith(TAKEN) && units.matches("[0-9]{1,18}")) {
                        taken.put(name.substring(TAKEN.length()), Long.valueOf(units));
                    }
                });
        return taken;
    }

    public static Optional<UUID> paymentId(@Nullable Map<String, String> metadata) {
        try {
            return Optional.ofNullable(orEmpty(metadata).get(PAYMENT_ID)).map(UUID::fromString);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    public static boolean manual(@Nullable Map<String, String> metadata) {
        return "manual".equals(orEmpty(metadata).get(CAPTURE));
    }

    static boolean on(Page page, @Nullable Map<String, String> metadata) {
        return page.name().equals(orEmpty(metadata).get(PAGE));
    }

    /** Paid on a page of Stripe's, where a payer may try again after a decline. */
    public static boolean onPage(@Nullable Map<String, String> metadata) {
        return on(Page.LINK, metadata) || on(Page.SESSION, metadata);
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> metadata) {
        return metadata == null ? Map.of() : metadata;
    }

    private static String digest(String key) {
        try {
            var bytes = key.getBytes(StandardCharsets.UTF_8);
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 10);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
