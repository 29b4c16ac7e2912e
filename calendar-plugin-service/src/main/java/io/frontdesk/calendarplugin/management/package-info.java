/** Connecting, pausing and disconnecting calendars. */
@NullMarked
package io.frontdesk.calendarplugin.management;

import org.jspecify.annotations.NullMarked;
