/** Owns workflows, the event broker, service registry and health. */
@NullMarked
package io.frontdesk.orchestration;

import org.jspecify.annotations.NullMarked;
