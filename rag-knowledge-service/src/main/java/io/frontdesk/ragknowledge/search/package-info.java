/** Similarity search over a tenant's own documents and those shared with it. */
@NullMarked
package io.frontdesk.ragknowledge.search;

import org.jspecify.annotations.NullMarked;
