/** Amounts as they cross the wire and stand in rows. */
@NullMarked
package io.frontdesk.starter.money;

import org.jspecify.annotations.NullMarked;
