/** Which services the fleet should have, and which of them run, where and how well. */
@NullMarked
package io.frontdesk.orchestration.fleet;

import org.jspecify.annotations.NullMarked;
