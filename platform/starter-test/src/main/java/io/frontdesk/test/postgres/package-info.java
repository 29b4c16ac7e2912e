/** PostgreSQL for tests: a fresh database for each application context or plain test. */
@NullMarked
package io.frontdesk.test.postgres;

import org.jspecify.annotations.NullMarked;
