package io.frontdesk.ragknowledge.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** The original bytes of documents, read and written a part at a time. */
@Repository
@Transactional
public class Contents {

    private static final int PART = 1024 * 1024;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    Contents(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Stores the bytes of one version. */
    public void write(UUID documentId, int version, InputStream source) throws IOException {
        int part = 0;
        for (var bytes = source.readNBytes(PART);
                bytes.length > 0;
                bytes = source.readNBytes(PART)) {
            jdbc.sql(
                            "insert into document_part (document_id, version, part, bytes)"
                                    + " values (:document, :version, :part, :bytes)")
                    .param("document", documentId)
                    .param("version", version)
                    .param("part", part++)
                    .param("bytes", bytes)
                    .update();
        }
    }

    /** Gives a version the bytes of an earlier one. */
    void repeat(UUID documentId, int from, int to) {
        jdbc.sql(
                        """
                        insert into document_part (document_id, version, part, bytes)
                        select document_id, :to, part, bytes from document_part
                        where document_id = :document and version = :from
                        """)
                .param("document", documentId)
                .param("from", from)
                .param("to", to)
                .update();
    }

    /** Copies the bytes that searches stand on, or else the newest. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void copy(UUID documentId, OutputStream target) throws IOException {
        var version =
                read(
                        "select coalesce(searchable_version, version) from document where id = :id",
                        Map.of("id", documentId),
                        row -> row.getInt(1));
        if (version.isPresent()) {
            copy(documentId, version.get(), target);
        }
    }

    /** A transaction for each part: whoever takes the bytes slowly holds no connection. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void copy(UUID documentId, int version, OutputStream target) throws IOException {
        for (int part = 0; ; part++) {
            var bytes =
                    read(
                            "select bytes from document_part where document_id = :document"
                                    + " and version = :version and part = :part",
                            Map.of("document", documentId, "version", version, "part", part),
                            row -> row.getBytes(1));
            if (bytes.isEmpty()) {
                return;
            }
            target.write(bytes.get());
        }
    }

    private <T> Optional<T> read(String sql, Map<String, ?> parameters, Column<T> column) {
        return transaction.<Optional<T>>execute(
                _ -> jdbc.sql(sql).params(parameters).query((row, _) -> column.of(row)).optional());
    }

    private interface Column<T> {
        T of(ResultSet row) throws SQLException;
    }
}
