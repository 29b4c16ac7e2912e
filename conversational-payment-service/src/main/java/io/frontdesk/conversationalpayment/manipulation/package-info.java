/** Notices messages that try to dictate rules or prices. */
@NullMarked
package io.frontdesk.conversationalpayment.manipulation;

import org.jspecify.annotations.NullMarked;
