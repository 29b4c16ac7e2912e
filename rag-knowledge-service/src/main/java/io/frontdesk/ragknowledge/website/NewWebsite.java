package io.frontdesk.ragknowledge.website;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A website to follow.
 *
 * @param url where to begin; only its host, with or without {@code www.}, is visited
 * @param maxPages to keep, 1 to 5,000, 200 if none is given
 * @param maxDepth in links from the start, 0 to 20, 5 if none is given
 * @param include patterns of path and query, {@code *} for anything; everything if none is given
 * @param exclude patterns of what to leave out
 * @param refresh how often it is crawled again, an ISO 8601 period of at least an hour; else never
 */
record NewWebsite(
        @NotBlank @Size(max = 2000) String url,
        @Nullable @Min(1) @Max(5000) Integer maxPages,
        @Nullable @Min(0) @Max(20) Integer maxDepth,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 300) String> include,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 300) String> exclude,
        @Nullable @ValidRefresh String refresh) {

    Settings settings() {
        return new Settings(
                Objects.requireNonNullElse(maxPages, 200),
                Objects.requireNonNullElse(maxDepth, 5),
                include,
                exclude,
                refresh);
    }

    /** What the owner of a website may change; all of it is replaced. */
    record Settings(
            @Min(1) @Max(5000) @NotNull Integer maxPages,
            @Min(0) @Max(20) @NotNull Integer maxDepth,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 300) String> include,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 300) String> exclude,
            @Nullable @ValidRefresh String refresh) {

        String[] included() {
            return include == null ? new String[0] : include.toArray(String[]::new);
        }

        String[] excluded() {
            return exclude == null ? new String[0] : exclude.toArray(String[]::new);
        }
    }
}
