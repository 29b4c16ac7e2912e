package io.frontdesk.starter;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses to start with a {@code frontdesk.*} setting that nobody reads: a misspelt limit would
 * silently not hold. The environment and the config server are left out, since both speak to all
 * services at once.
 */
class UnknownSettings implements ApplicationListener<ApplicationPreparedEvent> {
    private static final String OURS = "frontdesk.";
    private static final Pattern INDEX = Pattern.compile("\\[.*?\\]");

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        var known = known();
        var environment = event.getApplicationContext().getEnvironment();
        for (var name : settings(environment)) {
            var plain = plain(name);
            if (known.stream()
                    .map(UnknownSettings::plain)
                    .noneMatch(key -> plain.equals(key) || plain.startsWith(key + "."))) {
                throw new IllegalStateException(
                        "Unknown setting " + name + ". Known ones nearby: " + near(plain, known));
            }
        }
    }

    /** One form for all that Spring binds alike: jwks-uri, jwksUri and jwks_uri. */
    private static String plain(String name) {
        var canonical = ConfigurationPropertyName.adapt(name, '.').toString();
        return INDEX.matcher(canonical).replaceAll("").replace("-", "");
    }

    private static Set<String> settings(ConfigurableEnvironment environment) {
        var names = new TreeSet<String>();
        for (var source : environment.getPropertySources()) {
            var shared =
                    source.getName().startsWith("configserver")
                            || source.getName()
                                    .equals(
                                            StandardEnvironment
                                                    .SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
            if (!shared && source instanceof EnumerablePropertySource<?> values) {
                for (var name : values.getPropertyNames()) {
                    if (name.startsWith(OURS)) {
                        names.add(name);
                    }
                }
            }
        }
        return names;
    }

    /** Every properties record of the class path, as the compiler's processor wrote it down. */
    private static Set<String> known() {
        var names = new TreeSet<String>();
        try {
            var files =
                    new PathMatchingResourcePatternResolver()
                            .getResources(
                                    "classpath*:META-INF/*spring-configuration-metadata.json");
            for (var file : files) {
                try (var stream = file.getInputStream()) {
                    for (var property : new JsonMapper().readTree(stream).path("properties")) {
                        var name = property.path("name").asString("");
                        if (name.startsWith(OURS)) {
                            names.add(name);
                        }
                    }
                }
            }
            return names;
        } catch (IOException e) {
            throw new IllegalStateException("Configuration metadata cannot be read", e);
        }
    }

    private static String near(String name, Set<String> known) {
        var dot = name.indexOf('.', OURS.length());
        var group = dot < 0 ? OURS : name.substring(0, dot + 1);
        var siblings = known.stream().filter(key -> plain(key).startsWith(group)).toList();
        return String.join(", ", siblings.isEmpty() ? known : siblings);
    }
}
