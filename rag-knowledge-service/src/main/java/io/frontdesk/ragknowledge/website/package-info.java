/** Websites that a knowledge base follows: what of them is kept, and how a crawl is going. */
@NullMarked
package io.frontdesk.ragknowledge.website;

import org.jspecify.annotations.NullMarked;
