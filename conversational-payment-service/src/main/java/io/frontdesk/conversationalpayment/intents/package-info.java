/** Tells from the wording what a visitor wants, and whether the text tries to dictate rules. */
@NullMarked
package io.frontdesk.conversationalpayment.intents;

import org.jspecify.annotations.NullMarked;
