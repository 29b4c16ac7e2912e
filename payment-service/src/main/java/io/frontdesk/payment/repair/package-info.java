/** Asks the provider what became of work whose answer never came. */
@NullMarked
package io.frontdesk.payment.repair;

import org.jspecify.annotations.NullMarked;
