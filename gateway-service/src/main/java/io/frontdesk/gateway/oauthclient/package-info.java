/** OAuth clients of tenants: servers that exchange a secret for short-lived tokens. */
@NullMarked
package io.frontdesk.gateway.oauthclient;

import org.jspecify.annotations.NullMarked;
