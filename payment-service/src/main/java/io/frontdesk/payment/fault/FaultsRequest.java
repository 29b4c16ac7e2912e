package io.frontdesk.payment.fault;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * What shall go wrong from now on; what is left out does not.
 *
 * @param duplicateWebhooks every message comes twice
 * @param reorderWebhooks the newest message comes first
 * @param dropWebhooks no message comes
 * @param delayWebhooks seconds until a message comes, at most a day
 * @param latency milliseconds that every call takes longer, at most 30 seconds
 * @param silent calls do their work, but their answers never arrive
 * @param unreachable calls do nothing, and no answer arrives
 * @param busy calls do nothing, and say so
 */
record FaultsRequest(
        @Nullable Boolean duplicateWebhooks,
        @Nullable Boolean reorderWebhooks,
        @Nullable Boolean dropWebhooks,
        @Nullable @Min(0) @Max(86_400) Integer delayWebhooks,
        @Nullable @Min(0) @Max(30_000) Integer latency,
        @Nullable Boolean silent,
        @Nullable Boolean unreachable,
        @Nullable Boolean busy) {
    Faults faults() {
        return new Faults(
                on(duplicateWebhooks),
                on(reorderWebhooks),
                on(dropWebhooks),
                delayWebhooks == null ? 0 : delayWebhooks,
                latency == null ? 0 : latency,
                on(silent),
                on(unreachable),
                on(busy));
    }

    private static boolean on(@Nullable Boolean wanted) {
        return Boolean.TRUE.equals(wanted);
    }
}
