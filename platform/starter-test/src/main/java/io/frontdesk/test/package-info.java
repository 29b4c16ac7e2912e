/** What a Frontdesk app is tested with. */
@NullMarked
package io.frontdesk.test;

import org.jspecify.annotations.NullMarked;
