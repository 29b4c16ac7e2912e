/** The tenants that this service has heard of, and how it acts for one of them. */
@NullMarked
package io.frontdesk.admincustomerrag.customer;

import org.jspecify.annotations.NullMarked;
