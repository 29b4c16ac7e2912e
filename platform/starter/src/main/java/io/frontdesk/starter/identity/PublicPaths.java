package io.frontdesk.starter.identity;

import java.util.List;

/** Declared as a bean: paths of this service that need no token. */
public record PublicPaths(List<String> patterns) {
    public PublicPaths(String... patterns) {
        this(List.of(patterns));
    }
}
