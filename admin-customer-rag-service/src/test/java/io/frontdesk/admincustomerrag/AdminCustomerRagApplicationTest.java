package io.frontdesk.admincustomerrag;

import io.frontdesk.test.contract.AppContract;

class AdminCustomerRagApplicationTest extends AppContract {}
