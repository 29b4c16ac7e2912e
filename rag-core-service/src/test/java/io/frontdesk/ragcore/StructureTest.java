package io.frontdesk.ragcore;

import io.frontdesk.test.house.HouseRules;
import org.junit.jupiter.api.Test;

class StructureTest {
    @Test
    void keepsTheHouseRules() {
        HouseRules.verify(RagCoreApplication.class);
    }
}
