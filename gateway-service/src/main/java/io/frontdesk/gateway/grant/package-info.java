/** What one caller may hand on to a key or client. */
@NullMarked
package io.frontdesk.gateway.grant;

import org.jspecify.annotations.NullMarked;
