/** How a calendar provider says no, or says nothing. */
@NullMarked
package io.frontdesk.calendarplugin.refusal;

import org.jspecify.annotations.NullMarked;
