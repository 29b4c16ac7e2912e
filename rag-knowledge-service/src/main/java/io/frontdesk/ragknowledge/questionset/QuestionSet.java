package io.frontdesk.ragknowledge.questionset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A set of questions.
 *
 * @param size the number of questions
 * @param industry the pack that brought it; absent for one that an operator made
 * @param questions absent in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuestionSet(
        UUID id,
        String name,
        int size,
        @Nullable String industry,
        @Nullable String industryVersion,
        OffsetDateTime createdAt,
        @Nullable List<AskedQuestion> questions) {}
