/** Erases all that a tenant has in this service, and keeps a receipt of counts. */
@NullMarked
package io.frontdesk.ragknowledge.erasure;

import org.jspecify.annotations.NullMarked;
