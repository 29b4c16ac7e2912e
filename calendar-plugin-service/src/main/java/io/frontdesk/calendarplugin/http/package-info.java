/** Requests to a provider's fixed address: bounded in size and time, no redirect followed. */
@NullMarked
package io.frontdesk.calendarplugin.http;

import org.jspecify.annotations.NullMarked;
