/** A clock that stands where a test sets it. */
@NullMarked
package io.frontdesk.test.time;

import org.jspecify.annotations.NullMarked;
