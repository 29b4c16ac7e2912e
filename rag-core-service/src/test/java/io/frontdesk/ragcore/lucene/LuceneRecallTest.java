package io.frontdesk.ragcore.lucene;

import io.frontdesk.ragcore.index.ChunkIndex;
import io.frontdesk.ragcore.index.FieldWeights;
import io.frontdesk.ragcore.index.RecallContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class LuceneRecallTest extends RecallContract {
    private LuceneChunkIndex index;

    @BeforeAll
    void open(@TempDir Path directory) {
        index = new LuceneChunkIndex(directory, FieldWeights.DEFAULT, 0);
        fill();
    }

    @AfterAll
    void close() {
        index.close();
    }

    @Override
    protected ChunkIndex walking() {
        return index;
    }
}
