package io.frontdesk.intelligence;

import io.frontdesk.test.contract.AppContract;

class IntelligenceApplicationTest extends AppContract {}
