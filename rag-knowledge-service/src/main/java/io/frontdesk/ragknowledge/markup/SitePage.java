package io.frontdesk.ragknowledge.markup;

import io.frontdesk.ragknowledge.content.Prose;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Markdown page as site generators keep it: YAML front matter, of which the title counts, and
 * Liquid tags, which stand for words ({@code slack_channel "parents"}) or for nothing.
 */
record SitePage(@Nullable String title, String body) {

    private static final Pattern FRONT_MATTER =
            Pattern.compile(
                    "\\A\\s*---[ \\t]*\\R(.{0,20000}?)\\R---[ \\t]*(?:\\R|\\z)", Pattern.DOTALL);
    private static final Pattern LINK_TO_TAG =
            Pattern.compile("]\\(\\{%[^%\\n]{0,300}%}[^)\\n]{0,100}\\)");
    private static final Pattern TAG =
            Pattern.compile("\\{%-?\\s*(\\w+)([^%]{0,600})%}|\\{\\{[^{}]{0,300}}}");
    private static final Pattern LAST_QUOTED = Pattern.compile("\"([^\"]*)\"\\s*-?\\s*$");
    private static final Pattern SILENT =
            Pattern.compile("image|img|include|page|link|post_url|asset");

    static SitePage of(String source) {
        var matter = FRONT_MATTER.matcher(source);
        if (!matter.find()) {
            return new SitePage(null, withoutTags(source));
        }
        var title = value(matter.group(1), "title");
        var subtitle = value(matter.group(1), "subtitle");
        return new SitePage(
                title != null && subtitle != null && subtitle.endsWith(":")
                        ? subtitle + " " + title
                        : title,
                withoutTags(source.substring(matter.end())));
    }

    private static @Nullable String value(String matter, String key) {
        var line = Pattern.compile("(?m)^" + key + ":[ \\t]*(.+)$").matcher(matter);
        if (!line.find()) {
            return null;
        }
        var value = Prose.line(line.group(1).replaceAll("^([\"'])(.*)\\1\\s*$", "$2"));
        return value.isEmpty() ? null : value;
    }

    private static String withoutTags(String body) {
        if (!body.contains("{%") && !body.contains("{{")) {
            return body;
        }
        return TAG.matcher(LINK_TO_TAG.matcher(body).replaceAll("](#)"))
                .replaceAll(tag -> Matcher.quoteReplacement(words(tag.group(1), tag.group(2))));
    }

    private static String words(@Nullable String name, @Nullable String arguments) {
        if (name == null || arguments == null || SILENT.matcher(name).matches()) {
            return "";
        }
        var quoted = LAST_QUOTED.matcher(arguments);
        return quoted.find() ? quoted.group(1) : "";
    }
}
