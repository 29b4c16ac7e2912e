/** Token buckets per credential, tenant and address, in memory or in Redis. */
@NullMarked
package io.frontdesk.gateway.ratelimit;

import org.jspecify.annotations.NullMarked;
