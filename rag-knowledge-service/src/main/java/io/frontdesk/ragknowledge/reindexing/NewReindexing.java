package io.frontdesk.ragknowledge.reindexing;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to index again; each part that is given narrows it down, and without any it is everything.
 *
 * @param model embeds whole bases by this model; absent to read their documents again instead
 * @param reason for those who look at it later
 */
record NewReindexing(
        @Nullable UUID tenantId,
        @Nullable UUID baseId,
        @Nullable UUID documentId,
        @Nullable @Size(min = 1, max = 200) String model,
        @Nullable @Size(max = 500) String reason) {

    @AssertTrue(message = "a model belongs to whole bases, not to one document") boolean isModelOfBases() {
        return model == null || documentId == null;
    }
}
