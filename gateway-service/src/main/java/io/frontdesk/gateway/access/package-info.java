/** Who calls, in which roles, and what each role may do. */
@NullMarked
package io.frontdesk.gateway.access;

import org.jspecify.annotations.NullMarked;
