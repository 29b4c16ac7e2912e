package io.frontdesk.config;

import io.frontdesk.test.house.HouseRules;
import org.junit.jupiter.api.Test;

class ConfigStructureTest {
    @Test
    void keepsTheHouseRules() {
        HouseRules.verify(ConfigApplication.class);
    }
}
