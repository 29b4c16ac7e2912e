/** The ./fleet command. */
@NullMarked
package io.frontdesk.launcher;

import org.jspecify.annotations.NullMarked;
