package io.frontdesk.gateway.ratelimit;

/** The store of the buckets did not answer. */
class BucketsUnreadable extends RuntimeException {
    BucketsUnreadable(Throwable cause) {
        super(cause);
    }
}
