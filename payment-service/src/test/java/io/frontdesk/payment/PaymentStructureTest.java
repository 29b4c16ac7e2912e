package io.frontdesk.payment;

import io.frontdesk.test.house.HouseRules;
import org.junit.jupiter.api.Test;

class PaymentStructureTest {
    @Test
    void keepsTheHouseRules() {
        HouseRules.verify(PaymentApplication.class);
    }
}
