/** Owns enterprise analytics, insights integration. */
@NullMarked
package io.frontdesk.intelligence;

import org.jspecify.annotations.NullMarked;
