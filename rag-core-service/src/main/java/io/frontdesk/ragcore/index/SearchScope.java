package io.frontdesk.ragcore.index;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.UUID;

/**
 * Where to search.
 *
 * @param bases the knowledge bases; {@code null} means all of the tenant's
 */
public record SearchScope(UUID tenant, @Nullable Set<UUID> bases) {}
