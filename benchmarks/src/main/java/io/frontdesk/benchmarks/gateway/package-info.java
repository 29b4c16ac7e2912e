/** The gateway against nginx as a plain proxy. */
@NullMarked
package io.frontdesk.benchmarks.gateway;

import org.jspecify.annotations.NullMarked;
