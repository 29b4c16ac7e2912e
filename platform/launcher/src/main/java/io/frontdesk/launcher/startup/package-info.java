/** Starts the fleet, or one service alone. */
@NullMarked
package io.frontdesk.launcher.startup;

import org.jspecify.annotations.NullMarked;
