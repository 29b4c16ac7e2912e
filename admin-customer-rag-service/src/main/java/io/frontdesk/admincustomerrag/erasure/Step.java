package io.frontdesk.admincustomerrag.erasure;

import java.util.Locale;

/** What is to be done next; each step may be done again, and so after a crash it is. */
enum Step {
    COUNT,
    KNOWLEDGE_REQUEST,
    KNOWLEDGE_WAIT,
    CORE,
    OWN_ROWS,
    VERIFICATION,
    COMPLETE;

    String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Step of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
