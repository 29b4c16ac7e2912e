package io.frontdesk.ragknowledge.platform;

import java.util.UUID;

/**
 * The platform among the tenants: what its operator shares belongs to a tenant of its own, so that
 * row-level security needs no exception for it.
 */
public final class Platform {

    /** A UUIDv7 of the year 1970: no tenant is ever given it. */
    public static final UUID TENANT = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private Platform() {}
}
