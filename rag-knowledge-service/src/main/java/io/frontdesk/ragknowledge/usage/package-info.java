/** What a tenant has used and how much more it may use. */
@NullMarked
package io.frontdesk.ragknowledge.usage;

import org.jspecify.annotations.NullMarked;
