/** Makes the services' JSON logs readable. */
@NullMarked
package io.frontdesk.launcher.logs;

import org.jspecify.annotations.NullMarked;
