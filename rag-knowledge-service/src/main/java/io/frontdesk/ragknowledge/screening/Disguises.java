package io.frontdesk.ragknowledge.screening;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** The readings of a text that a machine might find in it and a person would not. */
final class Disguises {

    private static final Pattern SPELLED =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}])\\p{L}(?:[ ._*/|-]{1,3}\\p{L}(?![\\p{L}\\p{N}])){4,}");
    private static final Pattern BASE64 =
            Pattern.compile("(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{16,}={0,2}");
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{24,}|(?:[0-9A-Fa-f]{2} ){12,}");
    private static final Pattern LEET =
            Pattern.compile("[\\p{L}0134578@$]*\\p{L}[\\p{L}0134578@$]*");
    private static final Pattern TELLING =
            Pattern.compile("\\b(?:ignore|instructions?|system prompt|disregard|reply|answer)\\b");

    private Disguises() {}

    /** The folded text and every other reading of it, each once. */
    static Set<String> of(String text) {
        var readings = new LinkedHashSet<String>();
        var folded = Plain.folded(text);
        readings.add(folded);
        readings.add(Plain.latinised(folded));
        readings.add(joined(folded));
        readings.add(LEET.matcher(folded).replaceAll(word -> unleeted(word.group())));
        readings.add(Plain.folded(Parser.unescapeEntities(text, false)));
        readings.add(Plain.folded(unescaped(text)));
        readings.add(Plain.folded(untagged(text)));
        decoded(text).forEach(hidden -> readings.add(Plain.folded(hidden)));
        for (var odd : List.of(rotated(folded), new StringBuilder(folded).reverse().toString())) {
            if (TELLING.matcher(odd).find()) {
                readings.add(odd);
            }
        }
        return readings;
    }

    /** Texts of several words that stand in the text as base64 or hexadecimal digits. */
    static List<String> decoded(String text) {
        var hidden = new ArrayList<String>();
        BASE64.matcher(text)
                .results()
                .forEach(found -> {
                    var digits = found.group().replace('-', '+').replace('_', '/').replace("=", "");
                    int whole = digits.length() % 4 == 1 ? digits.length() - 1 : digits.length();
                    addReadable(Base64.getDecoder().decode(digits.substring(0, whole)), hidden);
                });
        HEX.matcher(text)
                .results()
                .forEach(found -> {
                    var digits = found.group().replace(" ", "");
                    addReadable(
                            HexFormat.of().parseHex(digits, 0, digits.length() / 2 * 2), hidden);
                });
        return hidden;
    }

    private static void addReadable(byte[] bytes, List<String> texts) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        long odd = text.chars().filter(c -> c == 0xfffd || (c < 32 && c != '\n')).count();
        if (odd * 10 < text.length() && text.strip().contains(" ")) {
            texts.add(text);
        }
    }

    private static String joined(String folded) {
        return SPELLED.matcher(folded).replaceAll(m -> m.group().replaceAll("[^\\p{L}]", ""));
    }

    private static String unleeted(String word) {
        var letters = new StringBuilder(word);
        for (int i = 0; i < letters.length(); i++) {
            int at = "0134578@$".indexOf(letters.charAt(i));
            if (at >= 0) {
                letters.setCharAt(i, "oieastbas".charAt(at));
            }
        }
        return letters.toString();
    }

    private static String unescaped(String text) {
        try {
            return text.contains("%")
                    ? URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8)
                    : text;
        } catch (IllegalArgumentException noEscapes) {
            return text;
        }
    }

    /** Unicode's tag characters are invisible copies of ASCII. */
    private static String untagged(String text) {
        return text.codePoints()
                .map(c -> c >= 0xe0020 && c <= 0xe007e ? c - 0xe0000 : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String rotated(String folded) {
        var turned = new StringBuilder(folded);
        for (int i = 0; i < turned.length(); i++) {
            char c = turned.charAt(i);
            if (c >= 'a' && c <= 'z') {
                turned.setCharAt(i, (char) ('a' + (c - 'a' + 13) % 26));
            }
        }
        return turned.toString();
    }
}
