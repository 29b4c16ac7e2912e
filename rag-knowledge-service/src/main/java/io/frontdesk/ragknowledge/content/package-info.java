/**
 * The structure of a document as every reader hands it on: headings, paragraphs, and lines that
 * belong together.
 */
@NullMarked
package io.frontdesk.ragknowledge.content;

import org.jspecify.annotations.NullMarked;
