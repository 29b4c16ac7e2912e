/** Google Calendar, API v3. */
@NullMarked
package io.frontdesk.calendarplugin.google;

import org.jspecify.annotations.NullMarked;
