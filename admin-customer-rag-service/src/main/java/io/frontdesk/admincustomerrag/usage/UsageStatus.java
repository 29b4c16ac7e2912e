package io.frontdesk.admincustomerrag.usage;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** How close to its quota something is. */
enum UsageStatus {
    @JsonProperty("ok")
    OK,
    /** From 80 % on. */
    @JsonProperty("near")
    NEAR,
    /** From 100 % on. */
    @JsonProperty("exceeded")
    EXCEEDED,
    /** The service that counts does not answer. */
    @JsonProperty("unavailable")
    UNAVAILABLE;

    static UsageStatus of(@Nullable Double share) {
        if (share == null || share < 0.8) {
            return OK;
        }
        return share < 1 ? NEAR : EXCEEDED;
    }
}
