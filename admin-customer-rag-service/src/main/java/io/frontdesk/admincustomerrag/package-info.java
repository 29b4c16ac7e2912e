/** Owns an operator's per-tenant RAG configuration, quotas, isolation, audit. */
@NullMarked
package io.frontdesk.admincustomerrag;

import org.jspecify.annotations.NullMarked;
