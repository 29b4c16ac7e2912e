/** A provider of our own, with persisted books, test methods and injectable faults. */
@NullMarked
package io.frontdesk.payment.sandbox;

import org.jspecify.annotations.NullMarked;
