package io.frontdesk.starter.problem;

import static tools.jackson.databind.cfg.CoercionAction.Fail;
import static tools.jackson.databind.cfg.CoercionInputShape.Boolean;
import static tools.jackson.databind.cfg.CoercionInputShape.Float;
import static tools.jackson.databind.cfg.CoercionInputShape.Integer;

import io.micrometer.tracing.Tracer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Problem details for everything that can fail in a request. */
@AutoConfiguration(
        after = JacksonAutoConfiguration.class,
        before = ErrorMvcAutoConfiguration.class,
        afterName =
                "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class ProblemAutoConfiguration {
    /** There even where the answers are switched off: filters refuse with it. */
    @Bean
    @ConditionalOnMissingBean
    Problems problems(JsonMapper json, ObjectProvider<Tracer> tracer) {
        return new Problems(json, tracer.getIfUnique());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "frontdesk.problem.enabled", matchIfMissing = true)
    @Import({ProblemAdvice.class, WireForm.class})
    static class Answers {
        @Bean
        @ConditionalOnMissingBean(ErrorController.class)
        ErrorPage errorPage(Problems problems) {
            return new ErrorPage(problems);
        }

        /**
         * A misspelt field must not be ignored, nor a value of another type be bent into shape: the
         * caller would believe that it took effect.
         */
        @Bean
        JsonMapperBuilderCustomizer refuseWhatWasNotMeant() {
            return json ->
                    json.enable(
                                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                            .withCoercionConfig(
                                    LogicalType.Textual,
                                    text ->
                                            text.setCoercion(Integer, Fail)
                                                    .setCoercion(Float, Fail)
                                                    .setCoercion(Boolean, Fail));
        }
    }
}
