/** Chooses the chunk index and keeps it level with the chunk rows. */
@NullMarked
package io.frontdesk.ragcore.feed;

import org.jspecify.annotations.NullMarked;
