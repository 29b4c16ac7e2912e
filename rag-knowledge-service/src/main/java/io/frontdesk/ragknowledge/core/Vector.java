package io.frontdesk.ragknowledge.core;

import com.fasterxml.jackson.annotation.JsonCreator;

/** An embedding of unit length. */
public final class Vector {

    private final float[] values;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Vector(float[] values) {
        this.values = values.clone();
    }

    /** A vector that was kept. */
    public static Vector of(float[] values) {
        return new Vector(values);
    }

    /** Its components, to be kept. */
    public float[] values() {
        return values.clone();
    }

    /** How near two texts are in meaning, at most 1. */
    public double cosine(Vector other) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * other.values[i];
        }
        return sum;
    }
}
