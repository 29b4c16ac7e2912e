/** Events that a service could not handle, for an operator to look at and send again. */
@NullMarked
package io.frontdesk.orchestration.deadletters;

import org.jspecify.annotations.NullMarked;
