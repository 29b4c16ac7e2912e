/** Trains the JVM caches that make later starts fast. */
@NullMarked
package io.frontdesk.launcher.aot;

import org.jspecify.annotations.NullMarked;
