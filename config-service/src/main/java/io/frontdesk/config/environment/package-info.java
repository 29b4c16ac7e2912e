/** What the services of the fleet read at their start: files, and over them the settings. */
@NullMarked
package io.frontdesk.config.environment;

import org.jspecify.annotations.NullMarked;
