/** The document by which an operator configures a tenant's answering, and its rules. */
@NullMarked
package io.frontdesk.admincustomerrag.policy;

import org.jspecify.annotations.NullMarked;
