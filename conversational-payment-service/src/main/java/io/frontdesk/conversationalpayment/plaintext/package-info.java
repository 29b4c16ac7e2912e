/** Text of people made harmless: one line, nothing invisible. */
@NullMarked
package io.frontdesk.conversationalpayment.plaintext;

import org.jspecify.annotations.NullMarked;
