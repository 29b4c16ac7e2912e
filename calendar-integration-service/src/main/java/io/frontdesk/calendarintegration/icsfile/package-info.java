/** Calendar files of others, read within bounds: every event understood, or the file refused. */
@NullMarked
package io.frontdesk.calendarintegration.icsfile;

import org.jspecify.annotations.NullMarked;
