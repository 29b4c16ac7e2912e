package io.frontdesk.ragknowledge.office;

import io.frontdesk.ragknowledge.content.UnreadableDocument;
import io.frontdesk.ragknowledge.content.UnreadableDocument.Fault;
import org.apache.tika.sax.ContentHandlerDecorator;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Ends a parse whose time is over, and one whose text outgrows what a document may hold. */
final class Interruptible extends ContentHandlerDecorator {

    private static final long MOST_CHARACTERS = 20_000_000;
    private long characters;

    Interruptible(ContentHandler handler) {
        super(handler);
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        characters += length;
        if (Thread.currentThread().isInterrupted()) {
            throw new SAXException("stopped after " + characters + " characters");
        }
        if (characters > MOST_CHARACTERS) {
            throw new UnreadableDocument(
                    Fault.TOO_COMPLEX, "The document holds more text than can be read at once.");
        }
        super.characters(text, start, length);
    }
}
