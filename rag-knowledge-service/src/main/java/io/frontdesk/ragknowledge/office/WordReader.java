package io.frontdesk.ragknowledge.office;

import io.frontdesk.ragknowledge.content.ParsedDocument;
import io.frontdesk.ragknowledge.content.Prose;
import io.frontdesk.ragknowledge.markup.HtmlBlocks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.sax.SecureContentHandler;
import org.apache.tika.sax.ToHTMLContentHandler;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Word documents through Tika's streaming reader; what is embedded in them is left alone. */
public final class WordReader {

    public ParsedDocument read(Path file) throws IOException, TikaException, SAXException {
        var metadata = new Metadata();
        var markup = new ToHTMLContentHandler();
        try (var bytes = TikaInputStream.get(file)) {
            var guarded = new SecureContentHandler(new Interruptible(markup), bytes);
            new OOXMLParser().parse(bytes, guarded, metadata, context());
        }
        var page = Jsoup.parse(markup.toString());
        clean(page);
        return new ParsedDocument(title(page, metadata), new HtmlBlocks().of(page.body()));
    }

    private static ParseContext context() {
        var options = new OfficeParserConfig();
        options.setUseSAXDocxExtractor(true);
        options.setIncludeDeletedContent(false);
        options.setIncludeMoveFromContent(false);
        options.setIncludeHeadersAndFooters(false);
        options.setExtractMacros(false);
        var context = new ParseContext();
        context.set(OfficeParserConfig.class, options);
        context.set(EmbeddedDocumentExtractor.class, new Nothing());
        return context;
    }

    private static void clean(Document page) {
        page.select("div.package-entry, div.embedded, [class^=toc_], [class^=TOC]").remove();
        for (var text : page.select("p, li, td")) {
            text.textNodes()
                    .forEach(node ->
                            node.text(
                                    node.getWholeText().replaceAll("(?<=\\p{L})\\[\\d{1,3}]", "")));
        }
        page.select("p").forEach(WordReader::joinDropCap);
    }

    /**
     * A drop cap is a paragraph of its own in Word: a single letter before the rest of its word.
     */
    private static void joinDropCap(Element letter) {
        var rest = letter.nextElementSibling();
        if (letter.text().matches("\\p{Lu}")
                && rest != null
                && rest.normalName().equals("p")
                && rest.text().matches("(?s)\\p{Ll}.*")) {
            rest.prependText(letter.text());
            letter.remove();
        }
    }

    private static @Nullable String title(Document page, Metadata metadata) {
        var named = page.selectFirst("h1.title");
        if (named != null && named.hasText()) {
            return Prose.line(named.text());
        }
        var title = metadata.get(TikaCoreProperties.TITLE);
        return title == null || title.isBlank() ? null : Prose.line(title);
    }

    private static final class Nothing implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(
                InputStream stream,
                ContentHandler handler,
                Metadata metadata,
                boolean outputHtml) {}
    }
}
