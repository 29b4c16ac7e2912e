/** Consent of an account's owner (OAuth 2.0), and the access that comes of it. */
@NullMarked
package io.frontdesk.calendarplugin.consent;

import org.jspecify.annotations.NullMarked;
