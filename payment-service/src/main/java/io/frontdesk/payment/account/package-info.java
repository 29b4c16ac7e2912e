/** The providers there are, and the tenant's accounts with them. */
@NullMarked
package io.frontdesk.payment.account;

import org.jspecify.annotations.NullMarked;
