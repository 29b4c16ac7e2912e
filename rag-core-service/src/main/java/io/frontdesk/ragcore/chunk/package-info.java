/** The chunk rows: what is stored of each document, and the only authority on it. */
@NullMarked
package io.frontdesk.ragcore.chunk;

import org.jspecify.annotations.NullMarked;
