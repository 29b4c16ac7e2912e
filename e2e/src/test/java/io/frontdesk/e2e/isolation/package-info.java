/** Two tenants that must never see each other. */
@NullMarked
package io.frontdesk.e2e.isolation;

import org.jspecify.annotations.NullMarked;
