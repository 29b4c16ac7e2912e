/** Where rows live: embedded PostgreSQL by default, one schema and two roles per service. */
@NullMarked
package io.frontdesk.starter.database;

import org.jspecify.annotations.NullMarked;
