/** Calendly, API v2: read only, since its bookings are made on its own pages. */
@NullMarked
package io.frontdesk.calendarplugin.calendly;

import org.jspecify.annotations.NullMarked;
