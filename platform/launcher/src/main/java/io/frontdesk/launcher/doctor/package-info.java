/** Finds what keeps the fleet from running, and says how to mend it. */
@NullMarked
package io.frontdesk.launcher.doctor;

import org.jspecify.annotations.NullMarked;
