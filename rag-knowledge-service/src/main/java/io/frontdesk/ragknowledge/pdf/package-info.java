/** Reads PDF page by page, with headings where the type face shows them. */
@NullMarked
package io.frontdesk.ragknowledge.pdf;

import org.jspecify.annotations.NullMarked;
