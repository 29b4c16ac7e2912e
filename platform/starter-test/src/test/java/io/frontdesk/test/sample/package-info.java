/** A small app, to try on it what apps are tested with. */
@NullMarked
package io.frontdesk.test.sample;

import org.jspecify.annotations.NullMarked;
