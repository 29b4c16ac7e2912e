/** Settings that operators edit while the fleet runs, and who changed what when. */
@NullMarked
package io.frontdesk.config.settings;

import org.jspecify.annotations.NullMarked;
