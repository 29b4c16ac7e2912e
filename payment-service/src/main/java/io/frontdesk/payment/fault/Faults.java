package io.frontdesk.payment.fault;

/**
 * What goes wrong in a tenant's sandbox; everything is off by default.
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
public record Faults(
        boolean duplicateWebhooks,
        boolean reorderWebhooks,
        boolean dropWebhooks,
        int delayWebhooks,
        int latency,
        boolean silent,
        boolean unreachable,
        boolean busy) {
    static final Faults NONE = new Faults(false, false, false, 0, 0, false, false, false);
}
