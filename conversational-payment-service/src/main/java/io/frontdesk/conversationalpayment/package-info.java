/** Owns quotes, payment dialogue, confirmation, spend policy. */
@NullMarked
package io.frontdesk.conversationalpayment;

import org.jspecify.annotations.NullMarked;
