/** A resource's connection to a calendar: its row, its secrets, its place in the queue. */
@NullMarked
package io.frontdesk.calendarplugin.connection;

import org.jspecify.annotations.NullMarked;
