/** What was done to a tenant's knowledge, by whom and when; entries are never changed. */
@NullMarked
package io.frontdesk.admincustomerrag.audit;

import org.jspecify.annotations.NullMarked;
