package io.frontdesk.agent;

import io.frontdesk.test.house.HouseRules;
import org.junit.jupiter.api.Test;

class AgentStructureTest {
    @Test
    void keepsTheHouseRules() {
        HouseRules.verify(AgentApplication.class);
    }
}
