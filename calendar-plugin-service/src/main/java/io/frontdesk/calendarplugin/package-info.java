/** Owns calendar provider plugins, their connections and sync. */
@NullMarked
package io.frontdesk.calendarplugin;

import org.jspecify.annotations.NullMarked;
