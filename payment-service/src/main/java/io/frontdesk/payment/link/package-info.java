/** Pages at the provider where a payer chooses how to pay. */
@NullMarked
package io.frontdesk.payment.link;

import org.jspecify.annotations.NullMarked;
