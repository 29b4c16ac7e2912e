/** The OAuth 2.1 authorization server: its clients, its endpoints and the claims of its tokens. */
@NullMarked
package io.frontdesk.gateway.oauth;

import org.jspecify.annotations.NullMarked;
