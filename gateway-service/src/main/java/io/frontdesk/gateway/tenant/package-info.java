/** The businesses on the platform. */
@NullMarked
package io.frontdesk.gateway.tenant;

import org.jspecify.annotations.NullMarked;
