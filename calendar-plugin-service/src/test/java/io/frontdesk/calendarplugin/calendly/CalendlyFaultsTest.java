package io.frontdesk.calendarplugin.calendly;

import io.frontdesk.calendarplugin.http.ProviderFaults;
import io.frontdesk.calendarplugin.http.StandIn;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.provider.CalendarProvider;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.springframework.util.unit.DataSize;

class CalendlyFaultsTest extends ProviderFaults {
    private final CalendlyTrial trial = new CalendlyTrial();

    @AfterEach
    void close() {
        trial.close();
    }

    @Override
    protected StandIn server() {
        return trial.server;
    }

    @Override
    protected CalendarProvider provider() {
        return trial.provider;
    }

    @Override
    protected CalendarProvider impatient() {
        return trial.provider(Duration.ofMillis(300), 1000, trial.clock, DataSize.ofKilobytes(2));
    }

    @Override
    protected Access access() {
        return trial.access;
    }
}
