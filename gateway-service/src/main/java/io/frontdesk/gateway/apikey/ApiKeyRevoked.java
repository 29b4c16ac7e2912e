package io.frontdesk.gateway.apikey;

import java.util.UUID;

/** A key no longer opens anything; caches of it are to be dropped. */
public record ApiKeyRevoked(UUID id) {}
