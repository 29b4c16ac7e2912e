/** What an archive holds of this service, section by section. */
@NullMarked
package io.frontdesk.ragknowledge.holding;

import org.jspecify.annotations.NullMarked;
