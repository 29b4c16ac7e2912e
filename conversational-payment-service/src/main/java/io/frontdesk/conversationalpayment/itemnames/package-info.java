/** Finds the items of a catalogue that a message names, and how many of each. */
@NullMarked
package io.frontdesk.conversationalpayment.itemnames;

import org.jspecify.annotations.NullMarked;
