package io.frontdesk.ragcore.index;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where to search.
 *
 * @param bases the knowledge bases; {@code null} means all of the tenant's
 */
public record SearchScope(UUID tenant, @Nullable Set<UUID> bases) {}
