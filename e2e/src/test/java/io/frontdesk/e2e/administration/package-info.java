/** What an operator sets and sees of a tenant's answering, through the gateway. */
@NullMarked
package io.frontdesk.e2e.administration;

import org.jspecify.annotations.NullMarked;
