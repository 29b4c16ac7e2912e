package io.frontdesk.test.postgres;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the application context of a Spring test a fresh PostgreSQL database with the schema and
 * the two roles of its service. Does nothing where no migration is on the class path. Contexts that
 * Spring's test cache shares share their database.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface PostgresTest {}
