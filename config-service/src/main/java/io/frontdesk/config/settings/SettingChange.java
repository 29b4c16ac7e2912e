package io.frontdesk.config.settings;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the history, which is never rewritten.
 *
 * @param oldValue absent when the setting was new
 * @param newValue absent when the setting was deleted
 */
record SettingChange(
        UUID id,
        String application,
        String profile,
        String key,
        @Nullable String oldValue,
        @Nullable String newValue,
        long version,
        String changedBy,
        OffsetDateTime changedAt) {}
