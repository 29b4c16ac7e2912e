/** The fourteen services: names, ports, sizes and what each starts after. */
@NullMarked
package io.frontdesk.launcher.catalog;

import org.jspecify.annotations.NullMarked;
