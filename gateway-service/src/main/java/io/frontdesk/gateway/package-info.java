/** Owns routing, identity, authorization, rate limits. */
@NullMarked
package io.frontdesk.gateway;

import org.jspecify.annotations.NullMarked;
