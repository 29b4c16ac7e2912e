package io.frontdesk.conversationalpayment;

import io.frontdesk.test.contract.AppContract;

class ConversationalPaymentApplicationTest extends AppContract {}
