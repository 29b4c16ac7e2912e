/** What a business has said about itself in figures: prices, hours, telephone numbers. */
@NullMarked
package io.frontdesk.ragknowledge.fact;

import org.jspecify.annotations.NullMarked;
