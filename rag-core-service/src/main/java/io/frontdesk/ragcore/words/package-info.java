/** What both indexes find a chunk by when they compare words. */
@NullMarked
package io.frontdesk.ragcore.words;

import org.jspecify.annotations.NullMarked;
