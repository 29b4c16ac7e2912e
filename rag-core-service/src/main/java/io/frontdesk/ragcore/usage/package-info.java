/** What a tenant has stored and spent here, and its erasure. */
@NullMarked
package io.frontdesk.ragcore.usage;

import org.jspecify.annotations.NullMarked;
