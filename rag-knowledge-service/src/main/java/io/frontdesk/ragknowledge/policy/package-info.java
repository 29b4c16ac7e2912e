/** What an operator has configured for the tenant at hand, as a copy that follows events. */
@NullMarked
package io.frontdesk.ragknowledge.policy;

import org.jspecify.annotations.NullMarked;
