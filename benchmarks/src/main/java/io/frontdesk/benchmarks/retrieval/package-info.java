/** How well and how fast chunks are found, on any data set in BEIR's format. */
@NullMarked
package io.frontdesk.benchmarks.retrieval;

import org.jspecify.annotations.NullMarked;
