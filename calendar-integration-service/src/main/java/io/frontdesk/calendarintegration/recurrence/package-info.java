/** Recurrence rules (RFC 5545, 3.3.10) as lists of dates, bounded whatever the rule says. */
@NullMarked
package io.frontdesk.calendarintegration.recurrence;

import org.jspecify.annotations.NullMarked;
