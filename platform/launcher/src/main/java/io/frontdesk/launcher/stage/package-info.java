/** What every scene of the demo stands on: a caller of the gateway, a printer, and a memory. */
@NullMarked
package io.frontdesk.launcher.stage;

import org.jspecify.annotations.NullMarked;
