package io.frontdesk.ragknowledge.archive;

import java.io.IOException;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * One kind of thing in an archive, as an entry with one JSON object per thing; each has a UUID as
 * {@code id}. Every bean of this type takes part, in the order that {@code @Order} gives: what
 * others refer to comes first.
 */
public interface Section {

    /** The entry, {@code bases.json} as an array, or {@code overrides.jsonl} as lines. */
    String entry();

    /** Writes all of the tenant's things, in the one transaction of the export. */
    void write(Outgoing out) throws IOException;

    /** Writes the files that belong to them, after the entry is complete. */
    default void writeFiles(Outgoing out) throws IOException {}

    /**
     * Looks at a thing before anything is imported.
     *
     * @throws InvalidArchive when it could not be read in
     */
    void check(JsonNode item);

    /**
     * Adds a thing to the tenant at hand, in a transaction of its own; it is not called again for
     * one that was added.
     *
     * @return the thing's id here
     */
    UUID read(Incoming item) throws IOException;
}
