/** Reads figures out of text: amounts, dates, times, quantities, numbers and addresses. */
@NullMarked
package io.frontdesk.ragknowledge.figure;

import org.jspecify.annotations.NullMarked;
