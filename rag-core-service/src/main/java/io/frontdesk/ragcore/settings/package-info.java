/** What the operator configured for a tenant, as far as it matters here. */
@NullMarked
package io.frontdesk.ragcore.settings;

import org.jspecify.annotations.NullMarked;
