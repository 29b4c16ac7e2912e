/** What a tenant uses against what it may use, now and over time. */
@NullMarked
package io.frontdesk.admincustomerrag.usage;

import org.jspecify.annotations.NullMarked;
