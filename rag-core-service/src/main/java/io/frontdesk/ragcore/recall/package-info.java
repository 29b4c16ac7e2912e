/** Watches that the chunk index finds what an exact search would find. */
@NullMarked
package io.frontdesk.ragcore.recall;

import org.jspecify.annotations.NullMarked;
