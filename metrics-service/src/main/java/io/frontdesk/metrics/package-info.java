/** Owns cross-service metrics, alerts, usage meters. */
@NullMarked
package io.frontdesk.metrics;

import org.jspecify.annotations.NullMarked;
