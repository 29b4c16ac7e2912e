package io.frontdesk.starter;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * What every app of the fleet has in common, below everything that the app itself or its operator
 * says. It comes before configuration files are read, because it also says where to read them.
 */
class FleetDefaults implements EnvironmentPostProcessor, Ordered {
    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        var defaults = read("frontdesk-defaults.yml");
        if (!environment.containsProperty("frontdesk.infrastructure.password")) {
            defaults.putAll(read("frontdesk-alone.yml"));
        }
        var ofTheApp = environment.getPropertySources().get(DefaultPropertiesPropertySource.NAME);
        if (ofTheApp != null) {
            defaults.keySet().removeIf(ofTheApp::containsProperty);
        }
        DefaultPropertiesPropertySource.addOrMerge(defaults, environment.getPropertySources());
    }

    private static Map<String, Object> read(String name) {
        try {
            var properties = new HashMap<String, Object>();
            var resource = new ClassPathResource(name, FleetDefaults.class);
            for (var source : new YamlPropertySourceLoader().load(name, resource)) {
                if (source instanceof EnumerablePropertySource<?> values) {
                    for (var key : values.getPropertyNames()) {
                        properties.put(key, String.valueOf(values.getProperty(key)));
                    }
                }
            }
            return properties;
        } catch (IOException e) {
            throw new IllegalStateException("The starter's " + name + " cannot be read", e);
        }
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER - 1;
    }
}
