package io.frontdesk.elsewhere;

import org.jspecify.annotations.NullUnmarked;

/** Stands for a class of another service. */
@NullUnmarked
public final class Foreign {
    private Foreign() {}

    public static void touch() {}
}
