package io.frontdesk.data;

import io.frontdesk.test.house.HouseRules;
import org.junit.jupiter.api.Test;

class DataStructureTest {
    @Test
    void keepsTheHouseRules() {
        HouseRules.verify(DataApplication.class);
    }
}
