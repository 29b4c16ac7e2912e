/** Calls of providers that say that something changed. */
@NullMarked
package io.frontdesk.calendarplugin.notification;

import org.jspecify.annotations.NullMarked;
