/** The one table of what the gateway serves, where it leads and who may use it. */
@NullMarked
package io.frontdesk.gateway.route;

import org.jspecify.annotations.NullMarked;
