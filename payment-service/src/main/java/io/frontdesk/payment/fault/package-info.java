/** What a tenant lets go wrong in its sandbox. */
@NullMarked
package io.frontdesk.payment.fault;

import org.jspecify.annotations.NullMarked;
