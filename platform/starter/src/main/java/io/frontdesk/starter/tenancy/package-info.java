/**
 * Whose rows are seen: the tenant of the request, set on every transaction for row-level security.
 */
@NullMarked
package io.frontdesk.starter.tenancy;

import org.jspecify.annotations.NullMarked;
