/** Keeps a connection's calendar and our bookings in step. */
@NullMarked
package io.frontdesk.calendarplugin.sync;

import org.jspecify.annotations.NullMarked;
