/** What is asked of rag-knowledge-service, always for one tenant. */
@NullMarked
package io.frontdesk.admincustomerrag.knowledge;

import org.jspecify.annotations.NullMarked;
