package io.frontdesk.intelligence;

import io.frontdesk.test.house.HouseRules;
import org.junit.jupiter.api.Test;

class IntelligenceStructureTest {
    @Test
    void keepsTheHouseRules() {
        HouseRules.verify(IntelligenceApplication.class);
    }
}
