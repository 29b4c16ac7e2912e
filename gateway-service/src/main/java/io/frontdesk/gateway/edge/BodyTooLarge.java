package io.frontdesk.gateway.edge;

import io.frontdesk.gateway.refusal.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** What is said about a body that is larger than its route allows. */
final class BodyTooLarge {
    private BodyTooLarge() {}

    static Refusal than(DataSize largest) {
        return Refusal.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                "Body too large",
                "The request's body is larger than the " + inWords(largest) + " allowed here.");
    }

    private static String inWords(DataSize size) {
        return size.toMegabytes() > 0 ? size.toMegabytes() + " MB" : size.toBytes() + " bytes";
    }
}
