package io.frontdesk.payment.stripestandin;

/** What may go wrong with the next request that would change something. */
public enum Fault {
    /** Done, but half of the answer is lost. */
    CUT,
    /** Done, but the connection closes without a word. */
    DROPPED,
    /** Done, but the answer never comes. */
    MUTE,
    /** Done, and answered with what is no JSON. */
    GARBAGE,
    /** Done, and answered with 500. */
    BROKEN_AFTER,
    /** Not done, and answered with 500. */
    BROKEN_BEFORE,
    /** Not done: too many requests, 429. */
    CROWDED,
    /** Not done by this request: one with the same key is at work, 409. */
    BUSY_KEY
}
