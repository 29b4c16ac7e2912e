/**
 * Processes of the fleet: how they are started, recognised again, measured and locked against each
 * other.
 */
@NullMarked
package io.frontdesk.launcher.process;

import org.jspecify.annotations.NullMarked;
