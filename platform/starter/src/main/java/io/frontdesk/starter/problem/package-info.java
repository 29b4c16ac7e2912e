/** Errors on the wire: one advice that turns every failure into RFC 9457 problem details. */
@NullMarked
package io.frontdesk.starter.problem;

import org.jspecify.annotations.NullMarked;
