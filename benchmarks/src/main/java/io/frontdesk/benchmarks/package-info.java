/** What measures: ./fleet bench. */
@NullMarked
package io.frontdesk.benchmarks;

import org.jspecify.annotations.NullMarked;
