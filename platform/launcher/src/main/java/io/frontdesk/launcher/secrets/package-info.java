/** The fleet's secrets, and which of them each service is given. */
@NullMarked
package io.frontdesk.launcher.secrets;

import org.jspecify.annotations.NullMarked;
