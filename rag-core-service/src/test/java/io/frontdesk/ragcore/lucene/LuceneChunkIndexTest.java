package io.frontdesk.ragcore.lucene;

import io.frontdesk.ragcore.index.ChunkIndex;
import io.frontdesk.ragcore.index.ChunkIndexContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class LuceneChunkIndexTest extends ChunkIndexContract {
    private final LuceneChunkIndex index;

    LuceneChunkIndexTest(@TempDir Path directory) {
        index = new LuceneChunkIndex(directory);
    }

    @Override
    protected ChunkIndex index() {
        return index;
    }

    @AfterEach
    void close() {
        index.close();
    }
}
