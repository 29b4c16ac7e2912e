package io.frontdesk.ragknowledge.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The original bytes of documents, read and written a part at a time. */
@Repository
@Transactional
public class Contents {

    private static final int PART = 1024 * 1024;

    private final JdbcClient jdbc;

    Contents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void write(UUID documentId, InputStream source) throws IOException {
        int part = 0;
        for (var bytes = source.readNBytes(PART);
                bytes.length > 0;
                bytes = source.readNBytes(PART)) {
            jdbc.sql(
                            "insert into document_part (document_id, part, bytes)"
                                    + " values (:document, :part, :bytes)")
                    .param("document", documentId)
                    .param("part", part++)
                    .param("bytes", bytes)
                    .update();
        }
    }

    public void copy(UUID documentId, OutputStream target) throws IOException {
        for (int part = 0; ; part++) {
            var bytes =
                    jdbc.sql(
                                    "select bytes from document_part"
                                            + " where document_id = :document and part = :part")
                            .param("document", documentId)
                            .param("part", part)
                            .query((row, _) -> row.getBytes(1))
                            .optional();
            if (bytes.isEmpty()) {
                return;
            }
            target.write(bytes.get());
        }
    }
}
