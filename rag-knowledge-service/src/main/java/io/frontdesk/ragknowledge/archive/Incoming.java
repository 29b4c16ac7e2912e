package io.frontdesk.ragknowledge.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A thing of an archive on its way in. */
public interface Incoming {

    JsonNode json();

    /** What a thing that came before is called here. */
    Optional<UUID> mapped(String entry, UUID oldId);

    /** Tells whoever sent the archive something about this thing, in a sentence. */
    void note(String sentence);

    /** The content of a file of the archive. */
    InputStream open(String file) throws IOException;

    /** The file as the manifest describes it. */
    Optional<Manifest.Entry> file(String file);
}
