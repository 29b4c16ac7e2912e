package io.frontdesk.ragknowledge.holding;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads rows by their ids, a page at a time, so that no table is ever in memory. */
public final class Pages {

    public static final int SIZE = 200;

    private Pages() {}

    public static <T> void each(Page<T> page, Function<T, UUID> id, Use<T> use) throws IOException {
        UUID after = null;
        List<T> rows;
        do {
            rows = page.after(after);
            for (var row : rows) {
                use.use(row);
                after = id.apply(row);
            }
        } while (rows.size() == SIZE);
    }

    /** Rows after the one of this id, in the order of ids. */
    public interface Page<T> {
        List<T> after(@Nullable UUID id);
    }

    /** What takes a row. */
    public interface Use<T> {
        void use(T row) throws IOException;
    }
}
