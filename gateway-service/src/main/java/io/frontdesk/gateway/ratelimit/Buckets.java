package io.frontdesk.gateway.ratelimit;

import io.frontdesk.gateway.ratelimit.RateLimitProperties.Limit;

/** Token buckets by name. */
interface Buckets {
    /**
     * Takes one token.
     *
     * @return 0 when there was one, else the nanoseconds until there is one
     * @throws BucketsUnreadable when nobody knows
     */
    long take(String name, Limit limit);
}
