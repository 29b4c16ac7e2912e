/** The fleet's PostgreSQL server and each service's place in it. */
@NullMarked
package io.frontdesk.launcher.database;

import org.jspecify.annotations.NullMarked;
