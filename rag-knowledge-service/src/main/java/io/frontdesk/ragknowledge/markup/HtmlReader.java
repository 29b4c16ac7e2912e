package io.frontdesk.ragknowledge.markup;

import io.frontdesk.ragknowledge.content.Block;
import io.frontdesk.ragknowledge.content.ParsedDocument;
import io.frontdesk.ragknowledge.content.Prose;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * HTML without what surrounds the content of a page: navigation, banners, footers, forms, scripts.
 */
public final class HtmlReader {

    private static final String SURROUNDINGS =
            "script, style, noscript, template, svg, canvas, iframe, object, form, button, select,"
                    + " nav, aside, [role=navigation], [role=banner], [role=contentinfo],"
                    + " [role=search], [role=complementary], [hidden], [aria-hidden=true],"
                    + " .nav, .navbar, .navigation, .menu, .breadcrumb, .breadcrumbs, .sidebar,"
                    + " .cookie-banner, .skip-link, .sr-only";
    private static final String PAGE_FRAME =
            "body > header, body > footer, body > div > header, body > div > footer";
    private static final String CONTENT = "main, [role=main], article";

    /** Reads bytes; the character set comes from the byte order mark, the page, or is UTF-8. */
    public ParsedDocument read(InputStream bytes) throws IOException {
        return page(Jsoup.parse(bytes, null, ""));
    }

    static List<Block> fragment(String html) {
        var document = Jsoup.parseBodyFragment(html);
        HiddenText.removeFrom(document);
        document.select(SURROUNDINGS).remove();
        return new HtmlBlocks().of(document.body());
    }

    private static ParsedDocument page(Document document) {
        HiddenText.removeFrom(document);
        document.select(SURROUNDINGS).remove();
        var content = content(document);
        if (content.equals(document.body())) {
            document.select(PAGE_FRAME).remove();
        }
        return new ParsedDocument(title(document, content), new HtmlBlocks().of(content));
    }

    private static Element content(Document document) {
        var candidates = document.select(CONTENT);
        var largest =
                candidates.stream()
                        .max((a, b) -> Integer.compare(a.text().length(), b.text().length()));
        int whole = document.body().text().length();
        return largest.filter(element -> element.text().length() * 3 >= whole)
                .orElse(document.body());
    }

    private static @Nullable String title(Document document, Element content) {
        var headings = content.select("h1");
        if (headings.size() == 1 && headings.getFirst().hasText()) {
            return Prose.line(headings.getFirst().text());
        }
        var title = Prose.line(document.title());
        return title.isEmpty() ? null : title;
    }
}
