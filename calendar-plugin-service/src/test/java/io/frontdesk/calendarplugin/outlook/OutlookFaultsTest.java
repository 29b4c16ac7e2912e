package io.frontdesk.calendarplugin.outlook;

import io.frontdesk.calendarplugin.http.ProviderFaults;
import io.frontdesk.calendarplugin.http.StandIn;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.provider.CalendarProvider;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.springframework.util.unit.DataSize;

class OutlookFaultsTest extends ProviderFaults {
    private final OutlookTrial trial = new OutlookTrial();

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
        return trial.provider(Duration.ofMillis(300), DataSize.ofKilobytes(2));
    }

    @Override
    protected Access access() {
        return trial.access;
    }
}
