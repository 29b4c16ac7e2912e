/** What every request at the door gets: an id, a size limit, an answer for malformed ones. */
@NullMarked
package io.frontdesk.gateway.edge;

import org.jspecify.annotations.NullMarked;
