package io.frontdesk.ragknowledge.markup;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;

/**
 * Removes what a page holds and no reader sees: whoever hides text in a page means machines by it.
 */
final class HiddenText {

    private static final String MARKED =
            "[hidden], [aria-hidden=true], noscript, template, dialog:not([open]), datalist";
    private static final Pattern HIDING =
            Pattern.compile(
                    "(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|content-visibility:hidden"
                            + "|opacity:0*\\.?0*(?:;|%|$)|font-size:0*\\.?0*(?:px|pt|r?em|%)?(?:;|$)"
                            + "|font-size:0?\\.\\d*(?:px|pt)|text-indent:-\\d{3,}"
                            + "|(?:left|top|right|bottom|margin-left|margin-top):-\\d{3,}"
                            + "|clip:rect\\((?:0(?:px)?[,)]){1,4}|clip-path:inset\\((?:50|100)%"
                            + "|transform:scale\\(0\\)|(?:max-)?(?:height|width):0(?:px)?(?:;|$))");
    private static final Pattern COLOR = Pattern.compile("(?:^|;)color:([^;]+)");
    private static final Pattern BACKGROUND =
            Pattern.compile("(?:^|;)background(?:-color)?:([^;]+)");
    private static final Pattern RULE = Pattern.compile("([^{}@;]{1,300})\\{([^{}]{0,2000})}");
    private static final int MOST_RULES = 2_000;

    private HiddenText() {}

    static void removeFrom(Document page) {
        removeByRules(page);
        page.select(MARKED).remove();
        for (var element : page.select("[style]")) {
            if (isHidden(element)) {
                element.remove();
            }
        }
        page.select("font[color]").removeIf(font -> isUnseen(font, color(font.attr("color"))));
    }

    /**
     * Of style sheets, those within the page: rules that hide, by selectors that are understood.
     */
    private static void removeByRules(Document page) {
        int rules = 0;
        for (var sheet : page.select("style")) {
            var rule = RULE.matcher(sheet.data().replaceAll("(?s)/\\*.*?\\*/", ""));
            while (rule.find() && rules++ < MOST_RULES) {
                var selector = rule.group(1).strip();
                if (HIDING.matcher(plain(rule.group(2))).find() && !selector.contains(":")) {
                    remove(page, selector);
                }
            }
        }
    }

    private static void remove(Document page, String selector) {
        try {
            var found = page.select(selector);
            if (!found.contains(page.body())) {
                found.remove();
            }
        } catch (SelectorParseException | IllegalArgumentException unknown) {
            // A selector of a kind that is not understood hides nothing.
            return;
        }
    }

    private static boolean isHidden(Element element) {
        var style = plain(element.attr("style"));
        if (HIDING.matcher(style).find()) {
            return true;
        }
        var color = COLOR.matcher(style);
        return color.find() && isUnseen(element, color(color.group(1)));
    }

    /** Whether text of this colour stands on the same colour, as far as the page itself says. */
    private static boolean isUnseen(Element element, String color) {
        if (color.equals("transparent")) {
            return true;
        }
        boolean styled = false;
        for (@Nullable Element at = element; at != null; at = at.parent()) {
            var background = BACKGROUND.matcher(plain(at.attr("style")));
            if (background.find()) {
                return color(background.group(1)).equals(color);
            }
            styled |= at.hasAttr("class") || at.hasAttr("id") || at.hasAttr("bgcolor");
        }
        return !styled && color.equals("#ffffff");
    }

    private static String color(String written) {
        var color = plain(written);
        if (color.matches("#[0-9a-f]{3}")) {
            return "#" + color.substring(1).replaceAll("(.)", "$1$1");
        }
        if (color.equals("white") || color.matches("rgba?\\(255,255,255(?:,1(?:\\.0*)?)?\\)")) {
            return "#ffffff";
        }
        return color.matches("rgba\\(.*,0?\\.?0+\\)") ? "transparent" : color;
    }

    private static String plain(String style) {
        return style.toLowerCase(Locale.ROOT)
                .replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("\\s+|!important", "");
    }
}
