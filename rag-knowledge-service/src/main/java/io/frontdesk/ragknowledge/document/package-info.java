/** Documents, their state, and their original bytes. */
@NullMarked
package io.frontdesk.ragknowledge.document;

import org.jspecify.annotations.NullMarked;
