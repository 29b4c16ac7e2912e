/** Imports archives: accepted once each, then worked through by a job that can be resumed. */
@NullMarked
package io.frontdesk.ragknowledge.intake;

import org.jspecify.annotations.NullMarked;
