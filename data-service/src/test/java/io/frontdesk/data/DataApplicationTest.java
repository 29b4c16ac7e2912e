package io.frontdesk.data;

import io.frontdesk.test.contract.AppContract;

class DataApplicationTest extends AppContract {}
