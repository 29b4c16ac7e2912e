/** What an app published, seen from a test. */
@NullMarked
package io.frontdesk.test.events;

import org.jspecify.annotations.NullMarked;
