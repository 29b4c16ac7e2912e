/** What a presented key or token turns out to be. */
@NullMarked
package io.frontdesk.gateway.credential;

import org.jspecify.annotations.NullMarked;
