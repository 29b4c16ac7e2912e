/** What a payer of the sandbox sees in the browser. */
@NullMarked
package io.frontdesk.payment.page;

import org.jspecify.annotations.NullMarked;
