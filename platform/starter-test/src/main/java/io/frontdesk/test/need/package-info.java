/** What tests need beyond a JDK. */
@NullMarked
package io.frontdesk.test.need;

import org.jspecify.annotations.NullMarked;
