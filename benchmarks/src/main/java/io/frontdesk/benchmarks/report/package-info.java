/** How a result is printed. */
@NullMarked
package io.frontdesk.benchmarks.report;

import org.jspecify.annotations.NullMarked;
