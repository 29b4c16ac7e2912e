/** Bookings a second, and whether any two overlap. */
@NullMarked
package io.frontdesk.benchmarks.bookings;

import org.jspecify.annotations.NullMarked;
