package io.frontdesk.config.settings;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

@Problem(
        status = HttpStatus.CONFLICT,
        type = "setting-changed",
        title = "Setting changed meanwhile")
final class SettingChanged extends RuntimeException {
    SettingChanged(long version) {
        super("The setting is at version %d by now: read it again.".formatted(version));
    }
}
