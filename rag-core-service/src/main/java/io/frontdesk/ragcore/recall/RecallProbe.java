package io.frontdesk.ragcore.recall;

import io.frontdesk.ragcore.feed.IndexTailer;
import io.frontdesk.ragcore.index.ChunkIndex;
import io.frontdesk.ragcore.index.SearchScope;
import io.frontdesk.ragcore.index.Vectors;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Measures how much the index finds of what an exact search over a tenant's rows finds. The
 * questions are vectors of its chunks, moved a little, so that they lie where questions do.
 */
@Component
class RecallProbe {
    private static final float MOVED = 0.3f;
    // Chunks that are gone from the rows take places in the index's answer.
    private static final int SPARE = 20;

    private final ChunkIndex index;
    private final IndexTailer tailer;
    private final RecallRows rows;
    private final RecallProperties properties;
    private final TransactionTemplate transactions;
    private final Tenancy tenancy;
    private final Random random = new Random();

    RecallProbe(
            ChunkIndex index,
            IndexTailer tailer,
            RecallRows rows,
            RecallProperties properties,
            TransactionTemplate transactions,
            Tenancy tenancy) {
        this.index = index;
        this.tailer = tailer;
        this.rows = rows;
        this.properties = properties;
        this.transactions = transactions;
        this.tenancy = tenancy;
    }

    /**
     * The mean recall of the ten nearest, 0 to 1; nothing for a tenant without chunks, or when time
     * is up before all its rows were read.
     *
     * @throws io.frontdesk.ragcore.index.IndexUnavailable while the index is behind
     */
    OptionalDouble measure(UUID tenant, BooleanSupplier timeIsUp) {
        var position = position();
        tailer.catchUp();
        return tenancy.as(tenant, () -> compare(tenant, position, timeIsUp));
    }

    private long position() {
        return tenancy.asSystem(
                () -> Objects.requireNonNull(transactions.execute(status -> rows.position())));
    }

    private OptionalDouble compare(UUID tenant, long position, BooleanSupplier timeIsUp) {
        var sample =
                Objects.requireNonNull(
                        transactions.execute(status -> rows.sample(properties.sample())));
        if (sample.isEmpty()) {
            return OptionalDouble.empty();
        }
        var model = sample.getFirst().model();
        var comparisons = new ArrayList<Comparison>();
        for (var row : sample) {
            if (row.model().equals(model) && Vectors.usable(row.vector())) {
                var question = moved(row.vector());
                var wanted = Comparison.NEAREST + SPARE;
                var scope = new SearchScope(tenant, null);
                var found = index.dense(scope, model, question, wanted);
                comparisons.add(new Comparison(question, found));
            }
        }
        var complete = readAll(model, position, comparisons, timeIsUp);
        return complete
                ? comparisons.stream().mapToDouble(Comparison::recall).average()
                : OptionalDouble.empty();
    }

    private boolean readAll(
            String model, long position, List<Comparison> comparisons, BooleanSupplier timeIsUp) {
        return Boolean.TRUE.equals(
                transactions.execute(status -> {
                    var complete = new boolean[] {true};
                    rows.vectors(
                            model,
                            position,
                            (chunk, vector) -> {
                                comparisons.forEach(c -> c.read(chunk, vector));
                                complete[0] = !timeIsUp.getAsBoolean();
                                return complete[0];
                            });
                    return complete[0];
                }));
    }

    /** In a direction of its own for each question, and back to unit length. */
    private float[] moved(float[] vector) {
        var moved = new float[vector.length];
        var length = Math.sqrt(Vectors.dot(vector, vector));
        var step = MOVED * length / Math.sqrt(vector.length);
        for (var i = 0; i < vector.length; i++) {
            moved[i] = vector[i] + (float) (step * random.nextGaussian());
        }
        var scale = (float) Math.sqrt(Vectors.dot(moved, moved));
        for (var i = 0; i < moved.length; i++) {
            moved[i] /= scale;
        }
        return moved;
    }
}
