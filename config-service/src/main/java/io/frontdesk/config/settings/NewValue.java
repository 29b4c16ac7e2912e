package io.frontdesk.config.settings;

import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * What a setting becomes.
 *
 * @param profile absent: {@code default}
 * @param version that the editor saw; absent: whatever is there is replaced
 */
record NewValue(
        @NotNull @Size(max = 4000) @Pattern(
                        regexp = "[^\\p{Cntrl}\\x{FFFE}\\x{FFFF}]*",
                        message = "must be one line of text")
                String value,
        @Pattern(regexp = NewValue.PROFILE, message = "must be a profile's name") @Nullable String profile,
        @Nullable Long version) {
    static final String PROFILE = "[a-z][a-z0-9-]{0,39}";

    private static final java.util.regex.Pattern SECRET =
            java.util.regex.Pattern.compile(
                    "://[^/\\s@]*:[^/\\s@]+@|-----BEGIN [A-Z ]*PRIVATE KEY|^\\{cipher}");

    String profileOrDefault() {
        return profile == null ? "default" : profile;
    }

    @AssertFalse(message = "holds a secret: give it in the service's environment") boolean isSecret() {
        Matcher matcher = SECRET.matcher(value == null ? "" : value);
        return matcher.find();
    }
}
