package io.frontdesk.calendarplugin.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a provider can do, as data for callers and for the conformance tests.
 *
 * @param freeBusy tells when somebody is busy
 * @param write our bookings can be written there
 * @param push it calls us when something changes
 * @param incrementalSync tells only what changed since a token
 * @param conditionalWrites refuses to overwrite what somebody else changed
 * @param oauth is connected by the owner's consent in a browser; otherwise by a user name and
 *     password
 * @param pastWindow how far back it tells; null for no limit
 * @param futureWindow how far ahead it tells; null for no limit
 * @param pushLifetime after which a subscription ends unless renewed; null without push
 * @param requestsPerMinute what it allows a connection; null when it does not say
 */
public record Capabilities(
        boolean freeBusy,
        boolean write,
        boolean push,
        boolean incrementalSync,
        boolean conditionalWrites,
        boolean oauth,
        @Nullable Duration pastWindow,
        @Nullable Duration futureWindow,
        @Nullable Duration pushLifetime,
        @Nullable Integer requestsPerMinute) {}
