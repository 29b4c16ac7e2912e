package io.frontdesk.ragknowledge.webpage;

import io.frontdesk.ragknowledge.fetching.Fetched;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a page says to robots.
 *
 * @param isIndexed whether its content may be kept
 * @param canonical the address that it says it should have
 * @param links that may be followed, absolute, in order
 */
public record PageLinks(boolean isIndexed, @Nullable String canonical, List<String> links) {

    private static final int MOST_LINKS = 2_000;

    public static PageLinks of(Fetched fetched) {
        var header = words(fetched.robots() == null ? "" : fetched.robots());
        if (!fetched.isHtml()) {
            return new PageLinks(!forbids(header, "noindex"), null, List.of());
        }
        var page = parsed(fetched);
        var rules = new ArrayList<>(header);
        for (var meta : page.select("meta[name=robots], meta[name=frontdesk]")) {
            rules.addAll(words(meta.attr("content")));
        }
        var canonical = page.selectFirst("link[rel=canonical][href]");
        var address = canonical == null ? "" : canonical.absUrl("href");
        return new PageLinks(
                !forbids(rules, "noindex"),
                address.isEmpty() ? null : address,
                forbids(rules, "nofollow") ? List.of() : links(page));
    }

    private static List<String> links(Document page) {
        var links = new LinkedHashSet<String>();
        for (var link : page.select("a[href], area[href], link[rel=next][href]")) {
            if (links.size() >= MOST_LINKS) {
                break;
            }
            if (!words(link.attr("rel").replace(' ', ',')).contains("nofollow")) {
                links.add(link.absUrl("href"));
            }
        }
        links.remove("");
        return List.copyOf(links);
    }

    private static Document parsed(Fetched fetched) {
        try {
            return Jsoup.parse(
                    new ByteArrayInputStream(fetched.body()), null, fetched.url().toString());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<String> words(String rules) {
        return List.of(rules.toLowerCase(Locale.ROOT).strip().split("[\\s,]+", -1));
    }

    private static boolean forbids(List<String> rules, String what) {
        return rules.contains(what) || rules.contains("none");
    }
}
