/** Secrets that a service keeps for its tenants, sealed in its rows. */
@NullMarked
package io.frontdesk.starter.secrets;

import org.jspecify.annotations.NullMarked;
