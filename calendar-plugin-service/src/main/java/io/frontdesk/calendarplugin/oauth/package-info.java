/** The authorization code flow as the providers speak it (RFC 6749, RFC 7636). */
@NullMarked
package io.frontdesk.calendarplugin.oauth;

import org.jspecify.annotations.NullMarked;
