/** A tenant's knowledge as an archive, out and in. */
@NullMarked
package io.frontdesk.admincustomerrag.archive;

import org.jspecify.annotations.NullMarked;
