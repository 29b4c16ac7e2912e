/** Walks websites, one polite request after the other, from what its rows say is next. */
@NullMarked
package io.frontdesk.ragknowledge.crawling;

import org.jspecify.annotations.NullMarked;
