package io.frontdesk.calendarintegration.series;

import io.frontdesk.calendarintegration.series.SeriesController.Occurrence;
import io.frontdesk.starter.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

@Problem(
        status = HttpStatus.CONFLICT,
        type = "series-not-free",
        title = "Not every date can be booked")
class SeriesNotFree extends RuntimeException {
    private static final int SHOWN = 10;

    SeriesNotFree(List<Occurrence> refused, int all) {
        super(
                "Nothing was booked, because %d of %d dates cannot be: %s%s."
                        .formatted(
                                refused.size(),
                                all,
                                refused.stream()
                                        .limit(SHOWN)
                                        .map(date -> date.start() + " (" + date.problem() + ")")
                                        .collect(Collectors.joining(", ")),
                                refused.size() > SHOWN ? " and others" : ""));
    }
}
