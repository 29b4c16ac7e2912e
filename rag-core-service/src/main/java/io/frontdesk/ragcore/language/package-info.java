/** Tells the language of a text and takes it apart into words as that language wants it. */
@NullMarked
package io.frontdesk.ragcore.language;

import org.jspecify.annotations.NullMarked;
