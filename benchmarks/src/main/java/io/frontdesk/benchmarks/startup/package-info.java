/** How long the fleet takes to stand up, and what memory it holds. */
@NullMarked
package io.frontdesk.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
