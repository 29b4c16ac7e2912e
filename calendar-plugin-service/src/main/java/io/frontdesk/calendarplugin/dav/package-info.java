/** WebDAV (RFC 4918) as a careful client speaks it: bounded, without entities, to allowed hosts. */
@NullMarked
package io.frontdesk.calendarplugin.dav;

import org.jspecify.annotations.NullMarked;
