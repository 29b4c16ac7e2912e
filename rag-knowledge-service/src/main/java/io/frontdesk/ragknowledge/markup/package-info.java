/** Reads Markdown, HTML and plain text into the structure of a document. */
@NullMarked
package io.frontdesk.ragknowledge.markup;

import org.jspecify.annotations.NullMarked;
