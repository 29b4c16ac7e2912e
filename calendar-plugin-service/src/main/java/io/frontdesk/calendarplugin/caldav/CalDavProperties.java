package io.frontdesk.calendarplugin.caldav;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * CalDAV servers that have a name of their own here.
 *
 * @param appleServer where iCloud's discovery begins
 */
@ConfigurationProperties("frontdesk.calendar-plugin.caldav")
record CalDavProperties(@DefaultValue("https://caldav.icloud.com") URI appleServer) {}
