/** Tells whether two statements about the same thing say different figures. */
@NullMarked
package io.frontdesk.ragknowledge.agreement;

import org.jspecify.annotations.NullMarked;
