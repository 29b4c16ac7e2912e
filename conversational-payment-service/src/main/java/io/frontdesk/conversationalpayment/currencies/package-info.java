/** Knows how currencies are named and which one a shared sign means. */
@NullMarked
package io.frontdesk.conversationalpayment.currencies;

import org.jspecify.annotations.NullMarked;
