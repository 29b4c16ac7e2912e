/** What a visitor was promised: immutable, and hashed over everything it says. */
@NullMarked
package io.frontdesk.conversationalpayment.quote;

import org.jspecify.annotations.NullMarked;
