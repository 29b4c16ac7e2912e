/** How much of the embedding model's speed is left when its vectors are stored and indexed. */
@NullMarked
package io.frontdesk.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
