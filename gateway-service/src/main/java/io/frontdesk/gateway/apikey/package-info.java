/** Keys by which servers authenticate: shown once, stored hashed, revocable. */
@NullMarked
package io.frontdesk.gateway.apikey;

import org.jspecify.annotations.NullMarked;
