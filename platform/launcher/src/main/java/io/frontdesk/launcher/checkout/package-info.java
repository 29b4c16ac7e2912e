/** Where the checkout and its state lie, and how the command speaks to its user. */
@NullMarked
package io.frontdesk.launcher.checkout;

import org.jspecify.annotations.NullMarked;
