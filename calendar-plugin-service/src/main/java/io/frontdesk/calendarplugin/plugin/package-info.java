/** The providers that there are, with what each can do. */
@NullMarked
package io.frontdesk.calendarplugin.plugin;

import org.jspecify.annotations.NullMarked;
