package io.frontdesk.agent;

import io.frontdesk.test.contract.AppContract;

class AgentApplicationTest extends AppContract {}
