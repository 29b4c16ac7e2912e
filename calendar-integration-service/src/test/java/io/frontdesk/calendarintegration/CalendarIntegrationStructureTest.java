package io.frontdesk.calendarintegration;

import io.frontdesk.test.house.HouseRules;
import org.junit.jupiter.api.Test;

class CalendarIntegrationStructureTest {
    @Test
    void keepsTheHouseRules() {
        HouseRules.verify(CalendarIntegrationApplication.class);
    }
}
