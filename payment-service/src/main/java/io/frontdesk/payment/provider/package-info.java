/** The seam to payment providers: what every one of them must be able to say and do. */
@NullMarked
package io.frontdesk.payment.provider;

import org.jspecify.annotations.NullMarked;
