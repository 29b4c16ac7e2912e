/** Work that is kept in the database until it is done. */
@NullMarked
package io.frontdesk.starter.jobs;

import org.jspecify.annotations.NullMarked;
