package io.frontdesk.ragcore.lucene;

import io.frontdesk.ragcore.index.ChunkChange;
import io.frontdesk.ragcore.index.FieldWeights;
import io.frontdesk.ragcore.index.Vectors;
import io.frontdesk.ragcore.words.WordCounts;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/** A chunk as a Lucene document. The text itself stays in the chunk's row. */
final class LuceneFields {
    static final String CHUNK = "chunk";
    static final String TENANT = "tenant";
    static final String BASE = "base";
    static final String WORDS = "words/";

    private static final FieldType COUNTED = new FieldType();

    static {
        COUNTED.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        COUNTED.freeze();
    }

    private LuceneFields() {}

    static Document document(
            ChunkChange change, ChunkChange.Content content, FieldWeights weights) {
        var document = new Document();
        document.add(new StringField(CHUNK, bytes(change.chunk()), Store.NO));
        document.add(new BinaryDocValuesField(CHUNK, bytes(change.chunk())));
        document.add(new StringField(TENANT, bytes(change.tenant()), Store.NO));
        document.add(new StringField(BASE, bytes(content.base()), Store.NO));
        var words = WordCounts.of(content, weights);
        document.add(new Field(words(words.vocabulary()), new CountedWords(words), COUNTED));
        content.embeddings()
                .forEach((model, vector) -> {
                    if (Vectors.usable(vector)) {
                        document.add(
                                new KnnFloatVectorField(
                                        embedding(model, vector.length),
                                        unit(vector),
                                        VectorSimilarityFunction.DOT_PRODUCT));
                    }
                });
        return document;
    }

    /** A field for each language: words are compared, and counted, within one. */
    static String words(String vocabulary) {
        return WORDS + vocabulary;
    }

    /** Vectors of different models have nothing in common, and a field has one dimension. */
    static String embedding(String model, int dimension) {
        return "embedding/" + dimension + "/" + model;
    }

    /** A dot product is a cosine only between vectors of unit length. */
    static float[] unit(float[] vector) {
        var length = (float) Math.sqrt(Vectors.dot(vector, vector));
        var unit = new float[vector.length];
        for (var i = 0; i < vector.length; i++) {
            unit[i] = vector[i] / length;
        }
        return unit;
    }

    static Term key(UUID chunk) {
        return new Term(CHUNK, bytes(chunk));
    }

    static BytesRef bytes(UUID id) {
        return new BytesRef(
                ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array());
    }

    static UUID id(BytesRef bytes) {
        var buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
