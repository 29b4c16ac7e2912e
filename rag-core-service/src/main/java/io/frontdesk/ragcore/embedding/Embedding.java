package io.frontdesk.ragcore.embedding;

/**
 * A text as a point in the model's space.
 *
 * @param vector of unit length, so that a dot product is a cosine
 * @param tokens how many word pieces the model read
 */
@SuppressWarnings("ArrayRecordComponent") // a value that is passed on once, never compared
public record Embedding(float[] vector, int tokens) {}
