/** CalDAV (RFC 4791) as a provider, with what iCloud and Nextcloud do differently. */
@NullMarked
package io.frontdesk.calendarplugin.caldav;

import org.jspecify.annotations.NullMarked;
