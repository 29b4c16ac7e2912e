/** Who did what with money, or tried to: rows that are only ever added. */
@NullMarked
package io.frontdesk.conversationalpayment.audit;

import org.jspecify.annotations.NullMarked;
