/** What a chunk index can do: find chunks by meaning and by word. */
@NullMarked
package io.frontdesk.ragcore.index;

import org.jspecify.annotations.NullMarked;
