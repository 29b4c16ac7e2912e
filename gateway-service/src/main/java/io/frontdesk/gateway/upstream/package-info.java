/** The way to the fleet's services: their instances, the connections, the circuit breakers. */
@NullMarked
package io.frontdesk.gateway.upstream;

import org.jspecify.annotations.NullMarked;
