/** What the operator sees of all tenants in numbers, and the counts that it needs for that. */
@NullMarked
package io.frontdesk.ragknowledge.statistics;

import org.jspecify.annotations.NullMarked;
