package io.frontdesk.ragknowledge.upload;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A document sent as JSON: a text under a title, or a web address.
 *
 * @param title of a web page: its own if none is given
 * @param url to be fetched in the background, http or https
 */
record Submission(
        @Nullable @Size(min = 1, max = 300) String title,
        @Nullable @Size(min = 1) String text,
        @Nullable @Size(min = 1, max = 2000) String url) {

    @JsonIgnore
    @Schema(hidden = true)
    @AssertTrue(message = "give either a text or a url") public boolean isTextOrUrl() {
        return (text == null) != (url == null) && (text == null || !text.isBlank());
    }

    @JsonIgnore
    @Schema(hidden = true)
    @AssertTrue(message = "a text has a title") public boolean isTitled() {
        return text == null || (title != null && !title.isBlank());
    }
}
