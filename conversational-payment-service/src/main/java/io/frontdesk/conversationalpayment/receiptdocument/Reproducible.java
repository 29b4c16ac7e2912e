package io.frontdesk.conversationalpayment.receiptdocument;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Replaces what the PDF writer chooses at random, the file's id (ISO 32000-1, 14.4) and the tag of
 * the font subset (9.6.4), by values of the same length that follow from the content.
 */
final class Reproducible {
    private static final Pattern ID = Pattern.compile("/ID ?\\[<[0-9a-f]{32}><[0-9a-f]{32}>\\]");
    private static final Pattern SUBSET = Pattern.compile("/[A-Z]{6}\\+(?=Liberation)");

    private Reproducible() {}

    static byte[] of(byte[] pdf, String content) {
        var text = new String(pdf, StandardCharsets.ISO_8859_1);
        var id = hash(content);
        var ids = ID.matcher(text);
        while (ids.find()) {
            var fixed = "[<" + id + "><" + id + ">]";
            text =
                    text.substring(0, ids.end() - fixed.length())
                            + fixed
                            + text.substring(ids.end());
        }
        return SUBSET.matcher(text).replaceAll("/FRDESK+").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String hash(String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var hash = digest.digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, 32);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
