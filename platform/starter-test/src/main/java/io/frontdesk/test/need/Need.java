package io.frontdesk.test.need;

import org.junit.jupiter.api.Assumptions;

/**
 * What a test needs and a machine may lack. It is skipped there, saying what is missing; where
 * {@code FRONTDESK_TEST_COMPLETE=true} promises that nothing is, it fails.
 */
public final class Need {
    private Need() {}

    /** Goes on where it is there. */
    public static void of(boolean present, String missing) {
        if (!present && Boolean.parseBoolean(System.getenv("FRONTDESK_TEST_COMPLETE"))) {
            throw new AssertionError(missing);
        }
        Assumptions.assumeTrue(present, missing);
    }
}
