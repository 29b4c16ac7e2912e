/** Reads documents again, or changes the model of bases, for one tenant or all of them. */
@NullMarked
package io.frontdesk.ragknowledge.reindexing;

import org.jspecify.annotations.NullMarked;
