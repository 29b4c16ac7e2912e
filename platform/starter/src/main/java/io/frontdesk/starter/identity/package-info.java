/** Who is asking: verifies the gateway's internal token and nothing else. */
@NullMarked
package io.frontdesk.starter.identity;

import org.jspecify.annotations.NullMarked;
