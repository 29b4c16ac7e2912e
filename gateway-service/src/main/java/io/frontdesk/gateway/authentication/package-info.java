/** Lets in who may do what the table says, and nobody else. */
@NullMarked
package io.frontdesk.gateway.authentication;

import org.jspecify.annotations.NullMarked;
