/** The portable archive of a tenant's knowledge: its format, its limits, and the export. */
@NullMarked
package io.frontdesk.ragknowledge.archive;

import org.jspecify.annotations.NullMarked;
