package io.frontdesk.config.settings;

import io.frontdesk.config.settable.Applications;
import io.frontdesk.config.settable.SettableKey;
import io.frontdesk.starter.identity.Identity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Operators read and edit settings; a service takes them up at its next start. */
@RestController
@RequestMapping("/api/config/settings")
@PreAuthorize("hasRole('operator')")
class SettingsController {
    private final Settings settings;
    private final Applications applications;

    SettingsController(Settings settings, Applications applications) {
        this.settings = settings;
        this.applications = applications;
    }

    record SettingPage(List<Setting> items, @Nullable String nextCursor) {}

    /** The newest changes of one key, in all profiles. */
    record History(List<SettingChange> items, @Nullable String nextCursor) {}

    @GetMapping
    SettingPage list(
            @RequestParam @Nullable String application,
            @RequestParam @Nullable String profile,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam @Nullable String cursor) {
        var last = cursor == null ? SettingName.FIRST : SettingName.ofCursor(cursor);
        var items = settings.after(last, application, profile, limit + 1);
        if (items.size() <= limit) {
            return new SettingPage(items, null);
        }
        var page = items.subList(0, limit);
        var end = page.getLast();
        return new SettingPage(
                page, new SettingName(end.application(), end.profile(), end.key()).cursor());
    }

    @PutMapping("/{application}/{key}")
    Setting set(
            @PathVariable String application,
            @PathVariable @SettableKey String key,
            @Valid @RequestBody NewValue value,
            Identity who) {
        var name = new SettingName(applications.known(application), value.profileOrDefault(), key);
        return settings.set(name, value.value(), value.version(), who.subject());
    }

    @DeleteMapping("/{application}/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable String application,
            @PathVariable @SettableKey String key,
            @RequestParam(defaultValue = "default") @Pattern(regexp = NewValue.PROFILE) String profile,
            @RequestParam @Nullable Long version,
            Identity who) {
        settings.remove(
                new SettingName(applications.known(application), profile, key),
                version,
                who.subject());
    }

    @GetMapping("/{application}/{key}/changes")
    History history(
            @PathVariable String application,
            @PathVariable @SettableKey String key,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return new History(settings.history(applications.known(application), key, limit), null);
    }
}
