package io.frontdesk.ragknowledge.screening;

import java.util.regex.Pattern;

/** Finds what a browser or a chat window would load, run or turn into a link. */
public final class Markup {

    private static final Pattern IMAGE =
            Pattern.compile(
                    "!\\s*\\[[^\\]]*+\\]\\s*[(\\[]|<\\s*(?:img|picture|image|svg)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern IMAGE_TEXT =
            Pattern.compile("!\\s*\\[[^\\]]*+\\]\\s*(?:\\([^)\\n]*+\\)?|\\[[^\\]\\n]*+\\]?)?");
    private static final Pattern ACTIVE =
            Pattern.compile(
                    "<\\s*/?\\s*(?:script|iframe|object|embed|form|input|link|meta|style|base|video|audio|a)\\b"
                            + "|\\bon[a-z]{3,}\\s*=\\s*[\"']|\\b(?:javascript|vbscript|data)\\s*:\\s*[a-z/;,(]"
                            + "|\\]\\s*\\(\\s*(?:https?:|//|data:|javascript:)|^\\s*\\[[^\\]]+\\]:\\s*\\S",
                    Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern TAG =
            Pattern.compile("<\\s*/?\\s*[a-zA-Z!][^<>]*>|\\[[^\\]]*\\]\\([^)]*\\)");

    private Markup() {}

    /** Whether it holds an image, a script, or a link hidden behind other words. */
    public static boolean isActiveIn(String text) {
        var seen = Plain.visible(text);
        return IMAGE.matcher(seen).find() || ACTIVE.matcher(seen).find();
    }

    /** The text without its images. */
    static String withoutImages(String text) {
        return IMAGE_TEXT.matcher(text).replaceAll("");
    }

    /** Whether it holds any markup at all. */
    public static boolean isIn(String text) {
        return isActiveIn(text) || TAG.matcher(Plain.visible(text)).find();
    }
}
