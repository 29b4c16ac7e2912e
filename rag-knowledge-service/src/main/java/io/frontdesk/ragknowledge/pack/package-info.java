/** Industry packs: what they hold, how they are read and checked, and which there are. */
@NullMarked
package io.frontdesk.ragknowledge.pack;

import org.jspecify.annotations.NullMarked;
