/** Calendar events as they cross the seam, whoever wrote them. */
@NullMarked
package io.frontdesk.calendarplugin.event;

import org.jspecify.annotations.NullMarked;
