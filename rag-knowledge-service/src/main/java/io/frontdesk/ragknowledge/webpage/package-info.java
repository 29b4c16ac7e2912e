/** What a website says to those who walk it: rules, site maps, links; and where to stop. */
@NullMarked
package io.frontdesk.ragknowledge.webpage;

import org.jspecify.annotations.NullMarked;
