package io.frontdesk.config.settings;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

@Problem(status = HttpStatus.NOT_FOUND, type = "unknown-setting", title = "Unknown setting")
final class UnknownSetting extends RuntimeException {
    UnknownSetting(SettingName name) {
        super(
                "%s has no setting %s in profile %s."
                        .formatted(name.application(), name.key(), name.profile()));
    }
}
