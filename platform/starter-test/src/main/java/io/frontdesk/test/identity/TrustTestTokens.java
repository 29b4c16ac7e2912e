package io.frontdesk.test.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the app under test verify tokens against the key of {@link TestTokens}, over HTTP as it
 * would ask the gateway, and fetch its own tokens for background work there.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface TrustTestTokens {}
