/** Compares both sides and proposes repairs. */
@NullMarked
package io.frontdesk.calendarplugin.drift;

import org.jspecify.annotations.NullMarked;
