/** Brings the sandbox's messages to the inbox, as well or badly as its faults say. */
@NullMarked
package io.frontdesk.payment.delivery;

import org.jspecify.annotations.NullMarked;
