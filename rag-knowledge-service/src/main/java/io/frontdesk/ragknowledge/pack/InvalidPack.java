package io.frontdesk.ragknowledge.pack;

import java.util.List;

/** A pack breaks rules; the message names each with its file and line or field. */
class InvalidPack extends RuntimeException {
    InvalidPack(List<String> problems) {
        super(String.join("; ", problems));
    }
}
