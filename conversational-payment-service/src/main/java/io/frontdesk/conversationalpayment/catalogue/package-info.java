/** What a business sells beside its bookable offerings: products, deposits, vouchers. */
@NullMarked
package io.frontdesk.conversationalpayment.catalogue;

import org.jspecify.annotations.NullMarked;
