/** Reads and changes a tenant's payment configuration; verified when saved, and audited. */
@NullMarked
package io.frontdesk.payment.setup;

import org.jspecify.annotations.NullMarked;
