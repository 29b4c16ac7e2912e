package io.frontdesk.ragcore.lucene;

import io.frontdesk.ragcore.index.ChunkChange;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/** A chunk as a Lucene document. The text itself stays in the chunk's row. */
final class LuceneFields {
    static final String CHUNK = "chunk";
    static final String TENANT = "tenant";
    static final String BASE = "base";
    static final String WORDS = "words";
    static final String EMBEDDING = "embedding";

    private LuceneFields() {}

    static Document document(ChunkChange change, ChunkChange.Content content) {
        var document = new Document();
        document.add(new StringField(CHUNK, bytes(change.chunk()), Store.NO));
        document.add(new BinaryDocValuesField(CHUNK, bytes(change.chunk())));
        document.add(new StringField(TENANT, bytes(change.tenant()), Store.NO));
        document.add(new StringField(BASE, bytes(content.base()), Store.NO));
        document.add(new TextField(WORDS, content.title(), Store.NO));
        content.headings().forEach(h -> document.add(new TextField(WORDS, h, Store.NO)));
        if (!content.headings().isEmpty()) {
            // The nearest heading counts twice: it says what the whole chunk is about.
            document.add(new TextField(WORDS, content.headings().getLast(), Store.NO));
        }
        document.add(new TextField(WORDS, content.text(), Store.NO));
        content.embeddings()
                .forEach((model, vector) ->
                        document.add(
                                new KnnFloatVectorField(
                                        embedding(model),
                                        vector,
                                        VectorSimilarityFunction.DOT_PRODUCT)));
        return document;
    }

    /** Vectors of different models have nothing in common, not even their length. */
    static String embedding(String model) {
        return EMBEDDING + "/" + model;
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
