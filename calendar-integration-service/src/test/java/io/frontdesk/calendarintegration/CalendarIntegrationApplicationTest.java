package io.frontdesk.calendarintegration;

import io.frontdesk.test.contract.AppContract;

class CalendarIntegrationApplicationTest extends AppContract {}
