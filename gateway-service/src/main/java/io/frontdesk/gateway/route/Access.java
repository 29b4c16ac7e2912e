package io.frontdesk.gateway.route;

import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * What the table says about one request.
 *
 * @param open needs no credential
 * @param scope that the caller needs; absent where any credential will do
 */
public record Access(
        Route route,
        boolean open,
        @Nullable String scope,
        Cost cost,
        @Nullable DataSize largestBody) {
    /** The request attribute under which the edge keeps it. */
    public static final String ATTRIBUTE = Access.class.getName();
}
