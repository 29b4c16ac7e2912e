/** The versions of a tenant's configuration: who changed what, and the way back. */
@NullMarked
package io.frontdesk.admincustomerrag.versioning;

import org.jspecify.annotations.NullMarked;
