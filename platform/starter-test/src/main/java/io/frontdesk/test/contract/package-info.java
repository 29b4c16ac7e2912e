/** What every app and every consumer of an app can rely on. */
@NullMarked
package io.frontdesk.test.contract;

import org.jspecify.annotations.NullMarked;
