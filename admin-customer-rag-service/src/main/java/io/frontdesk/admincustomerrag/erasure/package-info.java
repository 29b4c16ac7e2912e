/** The removal of all that is a tenant's, with a receipt. */
@NullMarked
package io.frontdesk.admincustomerrag.erasure;

import org.jspecify.annotations.NullMarked;
