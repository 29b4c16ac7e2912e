/** What is asked of rag-core-service, always for one tenant. */
@NullMarked
package io.frontdesk.admincustomerrag.core;

import org.jspecify.annotations.NullMarked;
