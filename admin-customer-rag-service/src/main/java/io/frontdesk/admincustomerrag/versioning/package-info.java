/** The versions of a tenant's configuration and how they differ. */
@NullMarked
package io.frontdesk.admincustomerrag.versioning;

import org.jspecify.annotations.NullMarked;
