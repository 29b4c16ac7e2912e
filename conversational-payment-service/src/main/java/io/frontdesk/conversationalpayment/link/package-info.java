/** Payment links that staff make by hand, and their QR codes. */
@NullMarked
package io.frontdesk.conversationalpayment.link;

import org.jspecify.annotations.NullMarked;
