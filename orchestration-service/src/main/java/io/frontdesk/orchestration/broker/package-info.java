/** The event broker of the fleet: durable queues on disk, redelivery, dead letters. */
@NullMarked
package io.frontdesk.orchestration.broker;

import org.jspecify.annotations.NullMarked;
