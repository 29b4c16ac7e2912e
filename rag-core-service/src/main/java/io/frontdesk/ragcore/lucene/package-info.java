/** The chunk index in this process, on Apache Lucene. */
@NullMarked
package io.frontdesk.ragcore.lucene;

import org.jspecify.annotations.NullMarked;
