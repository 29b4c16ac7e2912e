package io.frontdesk.admincustomerrag.core;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import tools.jackson.databind.JsonNode;

/** The part of rag-core-service's API that this service uses. */
@HttpExchange
interface CoreExchange {

    @GetExchange("/core/usage")
    Usage usage();

    @DeleteExchange("/core/tenant")
    JsonNode eraseTenant();

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Usage(long chunks, long textBytes, @Nullable Spend spend) {}

    /** Amounts as strings or numbers. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Spend(@Nullable JsonNode spent, @Nullable JsonNode reserved, String currency) {}
}
