package io.frontdesk.ragcore.index;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Vectors as they are stored: float32, little-endian. */
public final class Vectors {
    private Vectors() {}

    public static byte[] bytes(float[] vector) {
        var buffer =
                ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(vector);
        return buffer.array();
    }

    public static float[] floats(byte[] bytes) {
        var vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }

    /** Whether it has a direction, without which nothing can be near it. */
    public static boolean usable(float[] vector) {
        var squares = 0.0;
        for (var value : vector) {
            squares += (double) value * value;
        }
        return Double.isFinite(squares) && squares > 0;
    }

    /** The cosine, for vectors of unit length. */
    public static float dot(float[] one, float[] other) {
        var sum = 0f;
        for (var i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
