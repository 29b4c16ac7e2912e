/** The main job from outside: documents in, cited answers out. */
@NullMarked
package io.frontdesk.e2e.knowledge;

import org.jspecify.annotations.NullMarked;
