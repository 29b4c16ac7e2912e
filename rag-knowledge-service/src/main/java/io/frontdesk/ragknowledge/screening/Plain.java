package io.frontdesk.ragknowledge.screening;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text without the disguises of writing: what a reader sees, or less than that for finding. */
public final class Plain {

    private static final Pattern INVISIBLE =
            Pattern.compile(
                    "[\\p{Cf}\\p{Cs}\\p{Co}\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u3164\\ufe00-\\ufe0f\\uffa0]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final String LOOKALIKES = "аеорсухіјѕһԁԛԝвкмнтгпαορνικτυχηβεζɡıΙӏɑоʏ";
    private static final String LATIN = "aeopcyxijshdqwbkmhtrnaopviktuxnbezgiilaoy";

    /** Shorter words of Cyrillic or Greek letters are more likely words of their own language. */
    private static final int SHORTEST = 4;

    private Plain() {}

    /** What a reader sees, with plain quotation marks, hyphens and single blanks. */
    public static String visible(String text) {
        var seen = Normalizer.normalize(INVISIBLE.matcher(text).replaceAll(""), Form.NFKC);
        var plain = new StringBuilder(seen.length());
        for (int i = 0; i < seen.length(); i++) {
            plain.append(plain(seen.charAt(i)));
        }
        return BLANKS.matcher(plain).replaceAll(" ").strip();
    }

    private static char plain(char c) {
        return switch (c) {
            case '‘', '’', '‚', '‛', '′', '`', '´', 'ʼ' -> '\'';
            case '“', '”', '„', '‟', '″', '«', '»' -> '"';
            case '‐', '‑', '‒', '–', '—', '―', '−' -> '-';
            default -> c;
        };
    }

    /** Lower case without accents. */
    public static String folded(String text) {
        var open = Normalizer.normalize(visible(text).toLowerCase(Locale.ROOT), Form.NFD);
        return Normalizer.normalize(MARKS.matcher(open).replaceAll(""), Form.NFC)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("æ", "ae");
    }

    /** Folded, with letters of other scripts that only look Latin made Latin, word by word. */
    public static String latinised(String folded) {
        return WORD.matcher(folded)
                .replaceAll(word -> {
                    var mapped = new StringBuilder(word.group());
                    for (int i = 0; i < mapped.length(); i++) {
                        int at = LOOKALIKES.indexOf(mapped.charAt(i));
                        if (at >= 0) {
                            mapped.setCharAt(i, LATIN.charAt(at));
                        }
                    }
                    boolean latin = mapped.chars().allMatch(c -> c < 0x250);
                    boolean mixed = word.group().chars().anyMatch(c -> c < 0x250);
                    return latin && (mixed || mapped.length() >= SHORTEST)
                            ? mapped.toString()
                            : word.group();
                });
    }
}
