/** Decides which specialists a question is for. */
@NullMarked
package io.frontdesk.ragknowledge.routing;

import org.jspecify.annotations.NullMarked;
