/** Has a language model word an answer from passages; nothing it says is believed here. */
@NullMarked
package io.frontdesk.ragknowledge.generation;

import org.jspecify.annotations.NullMarked;
