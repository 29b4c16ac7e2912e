/** Makes quotes of what was asked for, and takes them back. */
@NullMarked
package io.frontdesk.conversationalpayment.quoting;

import org.jspecify.annotations.NullMarked;
