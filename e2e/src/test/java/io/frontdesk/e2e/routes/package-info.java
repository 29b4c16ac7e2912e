/** The gateway's routes and the services' operations fit together. */
@NullMarked
package io.frontdesk.e2e.routes;

import org.jspecify.annotations.NullMarked;
