/** Answers a search with the tenant's own chunks, best first. */
@NullMarked
package io.frontdesk.ragcore.search;

import org.jspecify.annotations.NullMarked;
