package io.frontdesk.orchestration;

import io.frontdesk.test.house.HouseRules;
import org.junit.jupiter.api.Test;

class OrchestrationStructureTest {
    @Test
    void keepsTheHouseRules() {
        HouseRules.verify(OrchestrationApplication.class);
    }
}
