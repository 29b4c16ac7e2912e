package io.frontdesk.test.events;

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

class BrokerTestFactory implements ContextCustomizerFactory {
    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
        return TestContextAnnotationUtils.hasAnnotation(testClass, BrokerTest.class)
                ? new Customizer()
                : null;
    }

    /** A record, so that equal test classes share one cached context. */
    record Customizer() implements ContextCustomizer {
        @Override
        public void customizeContext(
                ConfigurableApplicationContext context, MergedContextConfiguration merged) {
            Map<String, Object> properties =
                    Map.of(
                            "frontdesk.events.connect",
                            "true",
                            "frontdesk.events.broker-url",
                            TestBroker.url());
            var environment = context.getEnvironment();
            TestBroker.queue(environment.getProperty("spring.application.name", "test"));
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("test broker", properties));
        }
    }
}
