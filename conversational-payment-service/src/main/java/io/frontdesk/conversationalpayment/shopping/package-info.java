/** What a dialogue may sell, and whether what was understood can be true. */
@NullMarked
package io.frontdesk.conversationalpayment.shopping;

import org.jspecify.annotations.NullMarked;
