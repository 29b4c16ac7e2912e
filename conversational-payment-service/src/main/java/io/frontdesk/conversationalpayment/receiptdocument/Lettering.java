package io.frontdesk.conversationalpayment.receiptdocument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import org.openpdf.text.Chunk;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;

/**
 * Sets text in fonts that have its characters. Latin, Greek, Cyrillic and Hebrew are embedded
 * (Liberation Sans); Chinese, Japanese and Korean are set in the fonts that PDF readers bring along
 * for them; of other scripts and of emoji a question mark remains.
 */
final class Lettering {
    private static final String LIBERATION = "font-fallback/LiberationSans-Regular.ttf";

    private final BaseFont plain;
    private final float size;
    private final int style;

    Lettering(float size, int style) {
        this(font(LIBERATION, BaseFont.IDENTITY_H, BaseFont.EMBEDDED), size, style);
    }

    private Lettering(BaseFont plain, float size, int style) {
        this.plain = plain;
        this.size = size;
        this.style = style;
    }

    /** The same font in another size, so that a document embeds it once. */
    Lettering sized(float newSize, int newStyle) {
        return new Lettering(plain, newSize, newStyle);
    }

    private static BaseFont font(String name, String encoding, boolean embedded) {
        try {
            return BaseFont.createFont(name, encoding, embedded);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    BaseFont font() {
        return plain;
    }

    Phrase phrase(String text) {
        var phrase = new Phrase();
        phrase.setLeading(size * 1.35f);
        var run = new StringBuilder();
        var script = Script.PLAIN;
        for (var character : text.codePoints().toArray()) {
            var next = Script.of(character, plain);
            if (next != script) {
                flush(phrase, run, script);
                script = next;
            }
            run.appendCodePoint(next == Script.NONE ? '?' : visible(character));
        }
        flush(phrase, run, script);
        return phrase;
    }

    private static int visible(int character) {
        return character != '\n' && Character.isISOControl(character) ? ' ' : character;
    }

    private void flush(Phrase phrase, StringBuilder run, Script script) {
        if (!run.isEmpty()) {
            phrase.add(new Chunk(run.toString(), new Font(script.font(plain), size, style)));
            run.setLength(0);
        }
    }

    private enum Script {
        PLAIN,
        NONE,
        CHINESE,
        JAPANESE,
        KOREAN;

        static Script of(int character, BaseFont plain) {
            if (character < ' ' || plain.charExists(character)) {
                return PLAIN;
            }
            if (character > 0xFFFF) {
                return NONE;
            }
            return switch (UnicodeScript.of(character)) {
                case HAN -> CHINESE;
                case HIRAGANA, KATAKANA -> JAPANESE;
                case HANGUL -> KOREAN;
                default -> NONE;
            };
        }

        BaseFont font(BaseFont plain) {
            return switch (this) {
                case PLAIN, NONE -> plain;
                case CHINESE -> Lettering.font("STSong-Light", "UniGB-UCS2-H", false);
                case JAPANESE -> Lettering.font("HeiseiKakuGo-W5", "UniJIS-UCS2-H", false);
                case KOREAN -> Lettering.font("HYGoThic-Medium", "UniKS-UCS2-H", false);
            };
        }
    }
}
