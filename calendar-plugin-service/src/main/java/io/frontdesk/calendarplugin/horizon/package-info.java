/** Sync tokens that remember which span of time they speak of. */
@NullMarked
package io.frontdesk.calendarplugin.horizon;

import org.jspecify.annotations.NullMarked;
