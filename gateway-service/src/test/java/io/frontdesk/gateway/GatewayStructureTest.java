package io.frontdesk.gateway;

import io.frontdesk.test.house.HouseRules;
import org.junit.jupiter.api.Test;

class GatewayStructureTest {
    @Test
    void keepsTheHouseRules() {
        HouseRules.verify(GatewayApplication.class);
    }
}
