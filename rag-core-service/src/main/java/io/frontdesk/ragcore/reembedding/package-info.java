/** Gives a knowledge base another embedding model while it is being searched. */
@NullMarked
package io.frontdesk.ragcore.reembedding;

import org.jspecify.annotations.NullMarked;
