/** Fetches web addresses that strangers name, without being led into the house or held up. */
@NullMarked
package io.frontdesk.ragknowledge.fetching;

import org.jspecify.annotations.NullMarked;
