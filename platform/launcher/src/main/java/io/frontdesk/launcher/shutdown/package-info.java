/** Stops the fleet and erases its state. */
@NullMarked
package io.frontdesk.launcher.shutdown;

import org.jspecify.annotations.NullMarked;
