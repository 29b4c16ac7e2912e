package io.frontdesk.calendarplugin;

import io.frontdesk.test.house.HouseRules;
import org.junit.jupiter.api.Test;

class CalendarPluginStructureTest {
    @Test
    void keepsTheHouseRules() {
        HouseRules.verify(CalendarPluginApplication.class);
    }
}
