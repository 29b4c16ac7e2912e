/** The operator, the demo tenant and their keys on the first start. */
@NullMarked
package io.frontdesk.gateway.bootstrap;

import org.jspecify.annotations.NullMarked;
