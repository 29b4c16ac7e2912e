package io.frontdesk.ragknowledge.holding;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads rows by their ids, a page at a time, so that no table is ever in memory. */
final class Pages {

    static final int SIZE = 200;

    private Pages() {}

    static <T> void each(Page<T> page, Function<T, UUID> id, Use<T> use) throws IOException {
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

    interface Page<T> {
        List<T> after(@Nullable UUID id);
    }

    interface Use<T> {
        void use(T row) throws IOException;
    }
}
