/** Similarity search over a tenant's own documents. */
@NullMarked
package io.frontdesk.ragknowledge.search;

import org.jspecify.annotations.NullMarked;
