package io.frontdesk.orchestration;

import io.frontdesk.test.identity.TrustTestTokens;
import io.frontdesk.test.postgres.PostgresTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/** The whole app on free ports, with a password and a broker that soon gives up. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "frontdesk.infrastructure.password=" + OrchestrationTest.PASSWORD,
            "frontdesk.broker.delivery-attempts=2",
            "frontdesk.broker.redelivery-delay=20ms",
            "spring.cloud.config.enabled=false"
        })
@ContextConfiguration(initializers = FreePorts.class)
@TrustTestTokens
@PostgresTest
public @interface OrchestrationTest {
    String PASSWORD = "s3cret";
}
