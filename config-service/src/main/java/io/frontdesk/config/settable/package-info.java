/** What an operator may set, and for which applications. */
@NullMarked
package io.frontdesk.config.settable;

import org.jspecify.annotations.NullMarked;
