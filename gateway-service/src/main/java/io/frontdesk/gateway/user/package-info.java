/** People who sign in to the console with a password. */
@NullMarked
package io.frontdesk.gateway.user;

import org.jspecify.annotations.NullMarked;
