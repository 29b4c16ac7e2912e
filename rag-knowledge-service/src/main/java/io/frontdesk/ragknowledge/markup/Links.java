package io.frontdesk.ragknowledge.markup;

import java.util.Locale;

/** What a link says beyond its words: an e-mail address or a telephone number that they hide. */
final class Links {

    private Links() {}

    static String address(String target, String words) {
        var lower = target.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("mailto:") && !lower.startsWith("tel:")) {
            return "";
        }
        var address = target.substring(target.indexOf(':') + 1).replaceFirst("\\?.*", "").strip();
        boolean told =
                words.contains(address)
                        || (!digits(address).isEmpty() && digits(words).equals(digits(address)));
        return address.isEmpty() || told ? "" : " (" + address + ")";
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
