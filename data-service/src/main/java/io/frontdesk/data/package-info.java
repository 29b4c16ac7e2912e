/** Owns files, analytical warehouse, export and erasure. */
@NullMarked
package io.frontdesk.data;

import org.jspecify.annotations.NullMarked;
