/** How an operator changes a tenant's configuration, and how the fleet learns of it. */
@NullMarked
package io.frontdesk.admincustomerrag.change;

import org.jspecify.annotations.NullMarked;
