package io.frontdesk.ragknowledge;

import io.frontdesk.test.house.HouseRules;
import org.junit.jupiter.api.Test;

class RagKnowledgeStructureTest {

    @Test
    void keepsTheHouseRules() {
        HouseRules.verify(RagKnowledgeApplication.class);
    }
}
