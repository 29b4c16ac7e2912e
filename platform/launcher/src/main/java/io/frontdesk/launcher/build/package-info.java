/** Builds what is missing or older than its sources, and lays the jars out for a fast start. */
@NullMarked
package io.frontdesk.launcher.build;

import org.jspecify.annotations.NullMarked;
