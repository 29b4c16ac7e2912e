package io.frontdesk.ragcore.language;

import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** For services that answer in the asker's language; the gateway does not route here. */
@RestController
@PreAuthorize("hasAnyRole('service', 'owner', 'staff', 'operator')")
class LanguageController {
    private final Languages languages;
    private final Tenancy tenancy;

    LanguageController(Languages languages, Tenancy tenancy) {
        this.languages = languages;
        this.tenancy = tenancy;
    }

    /** Up to 100,000 characters, of which the first few hundred decide. */
    record Sample(@NotNull @Size(max = 100_000) String text) {}

    /**
     * What it is written in.
     *
     * @param language ISO 639-1; {@code und} where the text is too short or unclear
     */
    record Detected(String language) {}

    @Operation(summary = "Tells in which language a text is written")
    @PostMapping("/core/languages")
    Detected detect(@Valid @RequestBody Sample sample) {
        tenancy.require();
        return new Detected(languages.of(sample.text()));
    }
}
