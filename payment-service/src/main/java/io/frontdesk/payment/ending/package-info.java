/** When pages of payment links are to be closed at their providers. */
@NullMarked
package io.frontdesk.payment.ending;

import org.jspecify.annotations.NullMarked;
