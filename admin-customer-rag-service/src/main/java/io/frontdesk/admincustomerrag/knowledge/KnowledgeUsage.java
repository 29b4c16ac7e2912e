package io.frontdesk.admincustomerrag.knowledge;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What a tenant has in rag-knowledge-service, and its questions of this month. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record KnowledgeUsage(
        long documents, long bytes, long chunks, long bases, long questions, long overrides) {}
