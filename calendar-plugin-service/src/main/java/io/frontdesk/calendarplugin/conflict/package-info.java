/** Where a calendar and our bookings disagree, for people to decide. */
@NullMarked
package io.frontdesk.calendarplugin.conflict;

import org.jspecify.annotations.NullMarked;
