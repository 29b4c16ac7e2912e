/** A throwaway tenant with a secret, which nobody else may find. */
@NullMarked
package io.frontdesk.admincustomerrag.canary;

import org.jspecify.annotations.NullMarked;
