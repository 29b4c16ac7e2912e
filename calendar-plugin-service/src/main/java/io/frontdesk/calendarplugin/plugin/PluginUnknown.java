package io.frontdesk.calendarplugin.plugin;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** No plugin has this name. */
@Problem(
        status = HttpStatus.UNPROCESSABLE_CONTENT,
        type = "calendar-plugin-unknown",
        title = "No such calendar plugin")
public class PluginUnknown extends RuntimeException {
    PluginUnknown(String message) {
        super(message);
    }
}
