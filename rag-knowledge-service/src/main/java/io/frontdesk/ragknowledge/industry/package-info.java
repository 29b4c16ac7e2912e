/** Installing, upgrading and removing industry packs without touching what is the tenant's own. */
@NullMarked
package io.frontdesk.ragknowledge.industry;

import org.jspecify.annotations.NullMarked;
