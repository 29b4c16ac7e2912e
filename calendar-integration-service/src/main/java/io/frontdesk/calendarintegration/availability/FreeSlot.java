package io.frontdesk.calendarintegration.availability;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** A slot that can be booked. Its times are texts, since many slots share them. */
record FreeSlot(
        UUID resourceId,
        @Schema(format = "date-time") String start,
        @Schema(format = "date-time") String end,
        int seatsLeft) {}
