package io.frontdesk.starter.paging;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a list; {@code nextCursor} asks for what follows and is null on the last part. */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
    public static final int LARGEST = 200;

    /** Makes a page of rows that were asked for with one more than the limit. */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, UUID> id) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        List<T> items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, id.apply(items.getLast()).toString());
    }
}
