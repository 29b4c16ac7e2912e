package io.frontdesk.calendarplugin.provider;

import org.jspecify.annotations.Nullable;

/**
 * A calendar of an account.
 *
 * @param id the provider's id, or its path on a CalDAV server
 * @param timeZone IANA name, where the provider tells one
 */
public record RemoteCalendar(
        String id, String name, @Nullable String timeZone, boolean writable, boolean primary) {}
