package io.frontdesk.calendarplugin;

import io.frontdesk.test.contract.AppContract;

class CalendarPluginApplicationTest extends AppContract {}
