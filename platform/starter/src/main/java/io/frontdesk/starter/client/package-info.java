/**
 * Calls to other services: declarative clients with time-outs, a circuit breaker and careful
 * retries.
 */
@NullMarked
package io.frontdesk.starter.client;

import org.jspecify.annotations.NullMarked;
