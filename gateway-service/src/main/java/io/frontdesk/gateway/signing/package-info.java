/** The keys that sign tokens: kept in the database, published before use, rotated. */
@NullMarked
package io.frontdesk.gateway.signing;

import org.jspecify.annotations.NullMarked;
