/** The operator's own knowledge bases and their sharing with tenants. */
@NullMarked
package io.frontdesk.ragknowledge.sharing;

import org.jspecify.annotations.NullMarked;
