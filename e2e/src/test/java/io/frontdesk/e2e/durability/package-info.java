/** What is acknowledged survives what dies. */
@NullMarked
package io.frontdesk.e2e.durability;

import org.jspecify.annotations.NullMarked;
