package io.frontdesk.conversationalpayment.audit;

import java.time.OffsetDateTime;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** One line of the trail: who ({@code subject}) did what ({@code action}) to what. */
record AuditEntry(
        UUID id, OffsetDateTime at, String subject, String action, String about, JsonNode detail) {}
