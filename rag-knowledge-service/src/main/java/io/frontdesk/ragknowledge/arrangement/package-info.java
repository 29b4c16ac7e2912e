/** What an archive holds of what a tenant has arranged: agents, facts, question sets, websites. */
@NullMarked
package io.frontdesk.ragknowledge.arrangement;

import org.jspecify.annotations.NullMarked;
