/** What is asked of, and told to, calendar-integration-service. */
@NullMarked
package io.frontdesk.calendarplugin.integration;

import org.jspecify.annotations.NullMarked;
