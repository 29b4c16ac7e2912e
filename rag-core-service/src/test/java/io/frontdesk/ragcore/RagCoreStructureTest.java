package io.frontdesk.ragcore;

import io.frontdesk.test.house.HouseRules;
import org.junit.jupiter.api.Test;

class RagCoreStructureTest {
    @Test
    void keepsTheHouseRules() {
        HouseRules.verify(RagCoreApplication.class);
    }
}
