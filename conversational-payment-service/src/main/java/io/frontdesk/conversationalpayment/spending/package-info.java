/**
 * How much of each ceiling is taken, counted in rows under the same transaction as the
 * confirmation.
 */
@NullMarked
package io.frontdesk.conversationalpayment.spending;

import org.jspecify.annotations.NullMarked;
