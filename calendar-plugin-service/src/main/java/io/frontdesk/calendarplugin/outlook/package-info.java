/** Outlook calendars through Microsoft Graph. */
@NullMarked
package io.frontdesk.calendarplugin.outlook;

import org.jspecify.annotations.NullMarked;
