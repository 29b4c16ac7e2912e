package io.frontdesk.ragknowledge.evidence;

import io.frontdesk.ragknowledge.core.Vector;
import java.util.List;

/** Where sentences become comparable. */
public interface Embedder {

    Vector question(String question);

    /** The vectors of the texts, in their order. */
    List<Vector> sentences(List<String> sentences);
}
