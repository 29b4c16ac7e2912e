package io.frontdesk.ragcore.index;

/**
 * How much a word counts by where it stands, and how BM25 sees that: both indexes add a word's
 * weighted occurrences up before its frequency saturates (BM25F: Robertson, Zaragoza, Taylor,
 * "Simple BM25 Extension to Multiple Weighted Fields", 2004).
 *
 * @param title in quarters: 4 is as much as in the text
 * @param headings of each heading above the chunk, in quarters
 * @param nearestHeading of the last of them, in quarters: it says what the whole chunk is about
 * @param text in quarters
 */
public record FieldWeights(int title, int headings, int nearestHeading, int text) {
    public static final FieldWeights DEFAULT = new FieldWeights(6, 4, 8, 4);

    /** In the unit of the weights, so that a word that stands in the text once counts as 1. */
    public static final float K1 = 0.9f * 4;

    public static final float B = 0.4f;
}
