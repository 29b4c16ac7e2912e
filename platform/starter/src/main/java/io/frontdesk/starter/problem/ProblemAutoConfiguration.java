package io.frontdesk.starter.problem;

import io.micrometer.tracing.Tracer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Problem details for everything that can fail in a request. */
@AutoConfiguration(
        after = JacksonAutoConfiguration.class,
        before = ErrorMvcAutoConfiguration.class,
        afterName =
                "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration")
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "frontdesk.problem.enabled", matchIfMissing = true)
@Import({ProblemAdvice.class, ErrorPage.class})
public class ProblemAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Problems problems(JsonMapper json, ObjectProvider<Tracer> tracer) {
        return new Problems(json, tracer.getIfUnique());
    }

    /** A misspelt field must not be ignored: the caller would believe that it took effect. */
    @Bean
    JsonMapperBuilderCustomizer refuseUnknownFields() {
        return json ->
                json.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }
}
