/** What came in: sums, search and exports for the people of a business. */
@NullMarked
package io.frontdesk.conversationalpayment.overview;

import org.jspecify.annotations.NullMarked;
