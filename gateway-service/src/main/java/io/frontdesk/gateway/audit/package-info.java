/** Who did what to the platform's identities, and who was turned away. */
@NullMarked
package io.frontdesk.gateway.audit;

import org.jspecify.annotations.NullMarked;
