/** Takes documents in: size limit, recognition of what is already there, hand-over to ingestion. */
@NullMarked
package io.frontdesk.ragknowledge.upload;

import org.jspecify.annotations.NullMarked;
