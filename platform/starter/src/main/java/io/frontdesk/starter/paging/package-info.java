/** Lists that come a part at a time. */
@NullMarked
package io.frontdesk.starter.paging;

import org.jspecify.annotations.NullMarked;
