package io.frontdesk.ragknowledge.content;

import java.util.Locale;

/** A file that cannot become a document; the message tells its owner why. */
public final class UnreadableDocument extends RuntimeException {

    private final Fault fault;

    public UnreadableDocument(Fault fault, String detail) {
        super(detail);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    /** What can be wrong with a file. */
    public enum Fault {
        ENCRYPTED("The document is protected with a password"),
        HAS_NO_TEXT("The document holds no text"),
        DAMAGED("The document is damaged"),
        TYPE_MISMATCH("The content is not what the file name says"),
        EMPTY("The document is empty"),
        UNSUPPORTED("This kind of document is not supported"),
        TOO_COMPLEX("The document is too large or too complex to read");

        private final String title;

        Fault(String title) {
            this.title = title;
        }

        /** The last part of the problem type, for example {@code document-damaged}. */
        public String type() {
            return "document-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public String title() {
            return title;
        }
    }
}
