/** A conversation that leads to a quote: collects, corrects, asks, and never charges. */
@NullMarked
package io.frontdesk.conversationalpayment.dialogue;

import org.jspecify.annotations.NullMarked;
