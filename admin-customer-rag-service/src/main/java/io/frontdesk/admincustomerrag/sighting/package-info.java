/** Documents that events told about, under the tenant of the event. */
@NullMarked
package io.frontdesk.admincustomerrag.sighting;

import org.jspecify.annotations.NullMarked;
