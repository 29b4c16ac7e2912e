/** Reads messages with a language model, where one is configured; the rules have the last word. */
@NullMarked
package io.frontdesk.conversationalpayment.languagemodel;

import org.jspecify.annotations.NullMarked;
