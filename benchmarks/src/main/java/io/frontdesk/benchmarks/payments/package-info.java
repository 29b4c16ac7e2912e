/** Payments in the sandbox, and webhooks, a second. */
@NullMarked
package io.frontdesk.benchmarks.payments;

import org.jspecify.annotations.NullMarked;
