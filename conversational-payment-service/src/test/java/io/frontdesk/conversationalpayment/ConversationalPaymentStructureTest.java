package io.frontdesk.conversationalpayment;

import io.frontdesk.test.house.HouseRules;
import org.junit.jupiter.api.Test;

class ConversationalPaymentStructureTest {
    @Test
    void keepsTheHouseRules() {
        HouseRules.verify(ConversationalPaymentApplication.class);
    }
}
