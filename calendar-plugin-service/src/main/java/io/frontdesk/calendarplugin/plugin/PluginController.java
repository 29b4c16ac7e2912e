package io.frontdesk.calendarplugin.plugin;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.frontdesk.calendarplugin.provider.Capabilities;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/calendar/plugins")
@PreAuthorize("hasAnyRole('owner', 'staff', 'operator', 'service')")
class PluginController {
    private final Plugins plugins;

    PluginController(Plugins plugins) {
        this.plugins = plugins;
    }

    @GetMapping
    @Operation(summary = "Lists the calendar providers and what each can do")
    PluginList list() {
        return new PluginList(
                plugins.all().stream()
                        .map(each -> new Plugin(each.name(), each.capabilities()))
                        .toList());
    }

    record PluginList(List<Plugin> items) {}

    record Plugin(String name, @JsonUnwrapped Capabilities capabilities) {}
}
