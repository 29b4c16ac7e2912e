package io.frontdesk.calendarintegration.holidayimport;

import io.frontdesk.calendarintegration.holidayimport.HolidayImport.Imported;
import io.frontdesk.calendarintegration.icsfile.IcsReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PreAuthorize("hasAnyRole('owner', 'staff', 'operator')")
class HolidayImportController {
    private final HolidayImport holidays;

    HolidayImportController(HolidayImport holidays) {
        this.holidays = holidays;
    }

    @PostMapping(
            path = "/api/calendar/resources/{id}/holidays/import",
            consumes = "text/calendar",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Closes the resource on the whole days of a calendar file",
            description =
                    "The days become a holiday list that the resource follows, named as the"
                            + " calendar. A year back and three ahead are read; what repeats"
                            + " without end stops there. A file that is not understood for sure"
                            + " changes nothing.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/calendar",
                                            schema = @Schema(type = "string"))))
    Imported importHolidays(
            @PathVariable UUID id,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @Parameter(hidden = true) InputStream file)
            throws IOException {
        return holidays.add(id, file.readNBytes(IcsReader.LARGEST + 1), charset(type));
    }

    private static @Nullable String charset(MediaType type) {
        var charset = type.getCharset();
        return charset == null ? null : charset.name();
    }
}
