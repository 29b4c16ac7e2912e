package io.frontdesk.ragknowledge.library;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where to search.
 *
 * @param own bases with what the tenant wrote itself
 * @param packs its bases with what came in an installed bundle
 * @param shared bases of the platform's that it may read
 */
public record ChosenBases(List<UUID> own, List<UUID> packs, List<UUID> shared) {

    /** The bases that belong to the tenant. */
    public List<UUID> ofTenant() {
        return Stream.concat(own.stream(), packs.stream()).toList();
    }

    public List<UUID> all() {
        return Stream.concat(ofTenant().stream(), shared.stream()).toList();
    }
}
