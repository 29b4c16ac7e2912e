package io.frontdesk.ragknowledge.core;

/** Vectors for tests outside the package. */
public final class Vectors {

    private Vectors() {}

    public static Vector of(float... values) {
        return new Vector(values);
    }
}
