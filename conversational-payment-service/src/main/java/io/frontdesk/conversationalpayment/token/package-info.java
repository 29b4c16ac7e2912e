/** Confirmation tokens: what shows that a visitor has seen a quote and wants it. */
@NullMarked
package io.frontdesk.conversationalpayment.token;

import org.jspecify.annotations.NullMarked;
