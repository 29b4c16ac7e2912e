/** Attempts of two tenants to see something of each other, each with a control. */
@NullMarked
package io.frontdesk.admincustomerrag.probe;

import org.jspecify.annotations.NullMarked;
