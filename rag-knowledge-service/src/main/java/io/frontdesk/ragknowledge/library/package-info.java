/** Knowledge bases, the shelves that documents stand on. */
@NullMarked
package io.frontdesk.ragknowledge.library;

import org.jspecify.annotations.NullMarked;
