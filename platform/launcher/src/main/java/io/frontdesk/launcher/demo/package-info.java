/** Plays the main job with a small business's documents. */
@NullMarked
package io.frontdesk.launcher.demo;

import org.jspecify.annotations.NullMarked;
