package io.frontdesk.calendarplugin.plugin;

import io.frontdesk.calendarplugin.provider.CalendarProvider;
import io.frontdesk.calendarplugin.provider.Consent;
import io.frontdesk.calendarplugin.provider.Push;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Every provider of this service, by its name. */
@Component
public class Plugins {
    private final Map<String, CalendarProvider> byName;

    Plugins(List<CalendarProvider> providers) {
        this.byName =
                providers.stream()
                        .collect(
                                Collectors.toMap(
                                        CalendarProvider::name,
                                        Function.identity(),
                                        (one, _) -> {
                                            throw new IllegalStateException("twice: " + one.name());
                                        },
                                        TreeMap::new));
    }

    Collection<CalendarProvider> all() {
        return byName.values();
    }

    /**
     * The provider of a name.
     *
     * @throws PluginUnknown when there is none
     */
    public CalendarProvider named(String name) {
        var provider = byName.get(name);
        if (provider == null) {
            throw new PluginUnknown(
                    "There are the plugins " + String.join(", ", byName.keySet()) + ".");
        }
        return provider;
    }

    public Optional<Push> push(String name) {
        return named(name) instanceof Push push ? Optional.of(push) : Optional.empty();
    }

    public Optional<Consent> consent(String name) {
        return named(name) instanceof Consent consent ? Optional.of(consent) : Optional.empty();
    }
}
