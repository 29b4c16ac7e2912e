/** What a caller is told when a request is turned away before a handler answers it. */
@NullMarked
package io.frontdesk.gateway.refusal;

import org.jspecify.annotations.NullMarked;
