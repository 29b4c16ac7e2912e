package io.frontdesk.benchmarks.retrieval;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Brings a collection to size: rows like the stored ones, with vectors a little off theirs and
 * words drawn from theirs, written as the application's role. Embedding so many texts would take an
 * hour.
 */
final class Filler implements AutoCloseable {
    private static final int PORT_LINE = 3;
    private static final int BATCH = 1_000;
    private static final int WORDS = 90;
    // Texts lie where a few subjects meet, not in every direction around one.
    private static final int SUBJECTS = 3;
    private static final double DISTANCE = 0.2;
    private static final String TENANT = "01930000-0000-7000-8000-000000000001";

    private final Connection connection;
    private final Random random = new Random(42);
    private final Map<UUID, float[]> vectors = new TreeMap<>();
    private final List<String> words = new ArrayList<>();

    Filler(String url, String user, String password) throws SQLException {
        connection = DriverManager.getConnection(url, user, password);
        connection.setAutoCommit(false);
        read();
    }

    /** For a service alone, whose database lies in its state directory. */
    static Filler of(Path state) throws IOException, SQLException {
        var port = Files.readAllLines(state.resolve("postgres/postmaster.pid")).get(PORT_LINE);
        var url =
                "jdbc:postgresql://localhost:%s/frontdesk?currentSchema=rag_core,public"
                        .formatted(port.strip());
        var password = Files.readString(state.resolve("postgres.password")).strip();
        return new Filler(url, "rag_core_app", password);
    }

    /** Adds rows until there are so many. */
    void fillTo(int rows) throws SQLException {
        var seeds = List.copyOf(vectors.values());
        var base = UUID.randomUUID();
        var document = UUID.randomUUID();
        try (var insert =
                connection.prepareStatement(
                        """
                        insert into chunk (id, base_id, document_id, ordinal, title, headings, text,
                                           content_hash, model, embedding, language)
                        values (?, ?, ?, ?, '', '{}', ?, '\\x00', 'bge-small-en-v1.5', ?, 'en')
                        """)) {
            for (var ordinal = 0; vectors.size() < rows; ordinal++) {
                var id = UUID.randomUUID();
                var vector = between(seeds);
                vectors.put(id, vector);
                insert.setObject(1, id);
                insert.setObject(2, base);
                insert.setObject(3, document);
                insert.setInt(4, ordinal);
                insert.setString(5, text());
                insert.setBytes(6, bytes(vector));
                insert.addBatch();
                if (ordinal % BATCH == BATCH - 1) {
                    flush(insert);
                }
            }
            flush(insert);
        }
    }

    /** The ids nearest to a question among all rows, by comparing it with each. */
    List<String> nearest(float[] question, int limit) {
        return vectors.entrySet().stream()
                .map(row -> Map.entry(row.getKey(), dot(question, row.getValue())))
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(limit)
                .map(row -> row.getKey().toString())
                .toList();
    }

    private void read() throws SQLException {
        scope();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id, text, embedding from chunk")) {
            while (rows.next()) {
                vectors.put(rows.getObject(1, UUID.class), floats(rows.getBytes(3)));
                words.addAll(List.of(rows.getString(2).split("\\s+")));
            }
        }
        connection.commit();
    }

    private void scope() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select set_config('app.tenant', '" + TENANT + "', true)");
        }
    }

    private void flush(PreparedStatement insert) throws SQLException {
        scope();
        insert.executeBatch();
        connection.commit();
    }

    private String text() {
        var text = new StringBuilder();
        for (var i = 0; i < WORDS; i++) {
            text.append(words.get(random.nextInt(words.size()))).append(' ');
        }
        return text.toString().strip();
    }

    private float[] between(List<float[]> seeds) {
        var vector = new float[seeds.getFirst().length];
        for (var subject = 0; subject < SUBJECTS; subject++) {
            var seed = seeds.get(random.nextInt(seeds.size()));
            var weight = random.nextFloat();
            for (var i = 0; i < vector.length; i++) {
                vector[i] += weight * seed[i];
            }
        }
        var noise = DISTANCE * length(vector) / Math.sqrt(vector.length);
        for (var i = 0; i < vector.length; i++) {
            vector[i] += (float) (noise * random.nextGaussian());
        }
        var length = length(vector);
        for (var i = 0; i < vector.length; i++) {
            vector[i] /= (float) length;
        }
        return vector;
    }

    private static double length(float[] vector) {
        return Math.sqrt(dot(vector, vector));
    }

    private static float dot(float[] one, float[] other) {
        var sum = 0f;
        for (var i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static byte[] bytes(float[] vector) {
        var buffer = ByteBuffer.allocate(vector.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(vector);
        return buffer.array();
    }

    static float[] floats(byte[] bytes) {
        var vector = new float[bytes.length / 4];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
