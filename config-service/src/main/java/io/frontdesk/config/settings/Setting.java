package io.frontdesk.config.settings;

import java.time.OffsetDateTime;

/**
 * One setting of one service, or of all of them.
 *
 * @param application a service, or {@code application} for the whole fleet
 * @param profile {@code default} applies in every profile
 * @param version rises with every change of this key, also over a deletion
 */
record Setting(
        String application,
        String profile,
        String key,
        String value,
        long version,
        String changedBy,
        OffsetDateTime changedAt) {}
