package io.frontdesk.test.sample;

import io.frontdesk.test.contract.AppContract;

class SampleApplicationTest extends AppContract {}
