package io.frontdesk.admincustomerrag.canary;

/** The canary's document did not become searchable, or its tenant did not become empty. */
public class CanaryLost extends RuntimeException {
    CanaryLost(String why) {
        super(why);
    }
}
