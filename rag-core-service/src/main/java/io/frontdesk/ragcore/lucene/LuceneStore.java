package io.frontdesk.ragcore.lucene;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of the Lucene index, and what to do when they are damaged. */
final class LuceneStore {
    private static final Logger log = LoggerFactory.getLogger(LuceneStore.class);
    private static final double BUFFER_MEGABYTES = 16;

    private final Path path;
    private final Similarity similarity;

    LuceneStore(Path path, Similarity similarity) {
        this.path = path;
        this.similarity = similarity;
    }

    /** Opens what is there; where that is damaged or missing, the index is empty. */
    IndexWriter open() throws IOException {
        var directory = FSDirectory.open(path);
        try {
            verify(directory);
            return new IndexWriter(directory, settings(OpenMode.CREATE_OR_APPEND));
        } catch (LockObtainFailedException e) {
            throw new IllegalStateException("Another process uses the index in " + path, e);
        } catch (IOException | RuntimeException e) {
            log.warn("The index in {} is damaged and starts empty: {}", path, e.toString());
            return empty(directory);
        }
    }

    /** Starts with no files. */
    IndexWriter empty() throws IOException {
        return empty(FSDirectory.open(path));
    }

    private IndexWriter empty(Directory directory) throws IOException {
        for (var file : directory.listAll()) {
            if (!IndexWriter.WRITE_LOCK_NAME.equals(file)) {
                directory.deleteFile(file);
            }
        }
        return new IndexWriter(directory, settings(OpenMode.CREATE));
    }

    /** Lucene itself looks at the ends of a file only; this reads all of each. */
    private static void verify(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return;
        }
        try (var reader = DirectoryReader.open(directory)) {
            for (var leaf : reader.leaves()) {
                ((CodecReader) leaf.reader()).checkIntegrity();
            }
        }
    }

    private IndexWriterConfig settings(OpenMode mode) {
        return new IndexWriterConfig()
                .setCodec(WideVectors.codec())
                .setSimilarity(similarity)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setCommitOnClose(true)
                .setOpenMode(mode);
    }
}
