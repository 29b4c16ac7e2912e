/** The seam to calendar providers: what every one of them must be able to say and do. */
@NullMarked
package io.frontdesk.calendarplugin.provider;

import org.jspecify.annotations.NullMarked;
