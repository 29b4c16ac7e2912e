/** Reads Word documents and slide decks. */
@NullMarked
package io.frontdesk.ragknowledge.office;

import org.jspecify.annotations.NullMarked;
