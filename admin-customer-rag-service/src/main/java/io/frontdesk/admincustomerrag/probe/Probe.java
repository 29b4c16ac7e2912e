package io.frontdesk.admincustomerrag.probe;

import java.time.OffsetDateTime;

/**
 * One attempt to see what is another's.
 *
 * @param name for example {@code search-dense}
 * @param direction {@code tenant-to-canary} where the tenant tries, {@code canary-to-tenant} where
 *     the canary does
 * @param expected what a sound platform answers
 * @param observed what was answered, in words
 * @param result {@code passed}; {@code failed} where something was seen; {@code inconclusive} where
 *     nothing was seen, but not by its owner either; {@code not-applicable} where there was nothing
 *     to be seen
 * @param passed whether the result is {@code passed}
 */
public record Probe(
        String name,
        String direction,
        String expected,
        String observed,
        String result,
        boolean passed,
        OffsetDateTime at,
        long millis) {}
