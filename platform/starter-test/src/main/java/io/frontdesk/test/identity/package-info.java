/** Tokens that an app under test accepts, and ones that it must refuse. */
@NullMarked
package io.frontdesk.test.identity;

import org.jspecify.annotations.NullMarked;
