/** What runs: metrics, traces, and logs as JSON without personal data. */
@NullMarked
package io.frontdesk.starter.telemetry;

import org.jspecify.annotations.NullMarked;
