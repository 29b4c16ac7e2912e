/** A service of its own for a benchmark, and callers that load it. */
@NullMarked
package io.frontdesk.benchmarks.service;

import org.jspecify.annotations.NullMarked;
