package io.frontdesk.metrics;

import io.frontdesk.test.house.HouseRules;
import org.junit.jupiter.api.Test;

class MetricsStructureTest {
    @Test
    void keepsTheHouseRules() {
        HouseRules.verify(MetricsApplication.class);
    }
}
