package io.frontdesk.payment;

import io.frontdesk.test.contract.AppContract;

class PaymentApplicationTest extends AppContract {}
