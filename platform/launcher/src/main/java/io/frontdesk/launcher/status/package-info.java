/** Shows what runs. */
@NullMarked
package io.frontdesk.launcher.status;

import org.jspecify.annotations.NullMarked;
