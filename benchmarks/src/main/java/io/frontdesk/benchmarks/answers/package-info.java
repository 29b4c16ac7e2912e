/** Whether answers are right, and refused where they should be. */
@NullMarked
package io.frontdesk.benchmarks.answers;

import org.jspecify.annotations.NullMarked;
