/** Real processes of the fleet, for the length of one test run. */
@NullMarked
package io.frontdesk.e2e.fleet;

import org.jspecify.annotations.NullMarked;
