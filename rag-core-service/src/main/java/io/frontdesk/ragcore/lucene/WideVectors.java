package io.frontdesk.ragcore.lucene;

import java.io.IOException;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/**
 * Lucene's own format with its limit of 1,024 dimensions raised: common models have up to 4,096.
 * The files are the same, so that they are read by the name that they carry.
 */
final class WideVectors extends KnnVectorsFormat {
    private static final int LARGEST = 16_000;

    private final KnnVectorsFormat format;

    private WideVectors(KnnVectorsFormat format) {
        super(format.getName());
        this.format = format;
    }

    static Codec codec() {
        var wide = new WideVectors(new Lucene99HnswVectorsFormat());
        var usual = Codec.getDefault();
        var vectors =
                new PerFieldKnnVectorsFormat() {
                    @Override
                    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                        return wide;
                    }
                };
        return new FilterCodec(usual.getName(), usual) {
            @Override
            public KnnVectorsFormat knnVectorsFormat() {
                return vectors;
            }
        };
    }

    @Override
    public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
        return format.fieldsWriter(state);
    }

    @Override
    public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
        return format.fieldsReader(state);
    }

    @Override
    public int getMaxDimensions(String field) {
        return LARGEST;
    }
}
