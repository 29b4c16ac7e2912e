/** Other people's events as merged busy time. */
@NullMarked
package io.frontdesk.calendarplugin.mirror;

import org.jspecify.annotations.NullMarked;
