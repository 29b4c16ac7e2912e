/** The fleet's OpenAPI documents under one roof. */
@NullMarked
package io.frontdesk.gateway.openapi;

import org.jspecify.annotations.NullMarked;
