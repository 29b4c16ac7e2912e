package io.frontdesk.admincustomerrag;

import io.frontdesk.test.house.HouseRules;
import org.junit.jupiter.api.Test;

class AdminCustomerRagStructureTest {
    @Test
    void keepsTheHouseRules() {
        HouseRules.verify(AdminCustomerRagApplication.class);
    }
}
