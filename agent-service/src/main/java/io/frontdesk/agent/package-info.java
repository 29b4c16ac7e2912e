/** Owns agent wizard, my agents, widget, dashboard, analytics, insights, billing. */
@NullMarked
package io.frontdesk.agent;

import org.jspecify.annotations.NullMarked;
