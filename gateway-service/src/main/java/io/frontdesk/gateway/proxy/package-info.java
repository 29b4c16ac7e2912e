/** Forwards a request to an instance of the service that its route names. */
@NullMarked
package io.frontdesk.gateway.proxy;

import org.jspecify.annotations.NullMarked;
