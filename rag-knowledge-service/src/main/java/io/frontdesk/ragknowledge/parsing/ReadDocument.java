package io.frontdesk.ragknowledge.parsing;

import io.frontdesk.ragknowledge.content.ParsedDocument;

/** A file that was read, with the media type that its content has. */
public record ReadDocument(String mediaType, ParsedDocument content) {}
