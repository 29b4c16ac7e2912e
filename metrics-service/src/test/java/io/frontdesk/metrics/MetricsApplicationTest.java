package io.frontdesk.metrics;

import io.frontdesk.test.contract.AppContract;

class MetricsApplicationTest extends AppContract {}
