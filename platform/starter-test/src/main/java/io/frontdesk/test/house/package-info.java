/** The house rules as an executable check. */
@NullMarked
package io.frontdesk.test.house;

import org.jspecify.annotations.NullMarked;
