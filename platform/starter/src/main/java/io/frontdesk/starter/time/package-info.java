/** Clock and time-ordered ids. */
@NullMarked
package io.frontdesk.starter.time;

import org.jspecify.annotations.NullMarked;
