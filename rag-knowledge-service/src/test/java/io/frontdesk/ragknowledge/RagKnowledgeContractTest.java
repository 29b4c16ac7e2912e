package io.frontdesk.ragknowledge;

import io.frontdesk.test.contract.AppContract;

class RagKnowledgeContractTest extends AppContract {}
