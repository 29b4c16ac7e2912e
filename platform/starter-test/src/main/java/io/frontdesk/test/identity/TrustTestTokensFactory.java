package io.frontdesk.test.identity;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

class TrustTestTokensFactory implements ContextCustomizerFactory {
    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
        return TestContextAnnotationUtils.hasAnnotation(testClass, TrustTestTokens.class)
                ? new Customizer()
                : null;
    }

    /** A record, so that equal test classes share one cached context. */
    record Customizer() implements ContextCustomizer {
        @Override
        public void customizeContext(
                ConfigurableApplicationContext context, MergedContextConfiguration merged) {
            var issuer = TestIssuer.url();
            Map<String, Object> properties =
                    Map.of(
                            "frontdesk.identity.mode",
                            "token",
                            "frontdesk.identity.jwks-uri",
                            issuer + "/oauth2/jwks",
                            "frontdesk.identity.token-uri",
                            issuer + "/oauth2/token",
                            "frontdesk.identity.client-secret",
                            "test");
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("test tokens", properties));
        }
    }
}
