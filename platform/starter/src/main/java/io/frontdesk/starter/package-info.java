/** What every app of the fleet has in common before it has said anything itself. */
@NullMarked
package io.frontdesk.starter;

import org.jspecify.annotations.NullMarked;
