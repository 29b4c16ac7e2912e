package io.frontdesk.ragknowledge.pack;

import io.frontdesk.ragknowledge.fact.NewFact;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of a pack's {@code pack.yaml}.
 *
 * @param name in small letters and hyphens; the installation goes by it
 * @param languages of the texts, as ISO 639-1 codes
 */
public record PackSheet(
        @NotBlank @Pattern(regexp = "[a-z][a-z0-9]*(-[a-z0-9]+)*") @Size(max = 60) String name,
        @NotBlank @Size(max = 100) String title,
        @NotNull Version version,
        @NotEmpty @Size(max = 20) List<@Pattern(regexp = "[a-z]{2}") String> languages,
        @NotBlank @Size(max = 500) String summary,
        @NotNull @Valid Catalogue catalogue) {

    /** What such a business typically offers, when, on which terms. */
    public record Catalogue(
            @NotEmpty @Size(max = 200) List<@Valid @NotNull Offering> offerings,
            @NotNull @Size(max = 30) List<@Valid @NotNull Opening> hours,
            @NotNull @Size(max = 50) List<@Valid @NotNull Guideline> policies,
            @NotNull @Size(max = 200) List<@Valid @NotNull NewFact> facts) {}

    /**
     * Something that can be booked.
     *
     * @param price an example; null where none can be given
     */
    public record Offering(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 500) String description,
            @NotNull Duration duration,
            @Nullable @Valid Price price) {}

    /** An example price, a plain decimal in an ISO 4217 currency. */
    public record Price(
            @NotNull @Pattern(regexp = "\\d{1,9}(\\.\\d{1,4})?") String amount,
            @NotNull @Pattern(regexp = "[A-Z]{3}") String currency) {}

    /** Example opening hours of a weekday. */
    public record Opening(
            @NotNull @Pattern(regexp = "(mon|tues|wednes|thurs|fri|satur|sun)day") String day,
            @NotNull @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d") String from,
            @NotNull @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d|24:00") String to) {}

    /** A term of business in a few sentences. */
    public record Guideline(
            @NotBlank @Size(max = 100) String name, @NotBlank @Size(max = 1000) String text) {}
}
