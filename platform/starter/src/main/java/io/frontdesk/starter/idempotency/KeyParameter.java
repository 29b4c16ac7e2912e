package io.frontdesk.starter.idempotency;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.util.Arrays;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** Tells of the header in the API page of every POST. */
class KeyParameter implements GlobalOperationCustomizer {
    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        var mapping =
                AnnotatedElementUtils.findMergedAnnotation(
                        handler.getMethod(), RequestMapping.class);
        if (mapping == null || !Arrays.asList(mapping.method()).contains(RequestMethod.POST)) {
            return operation;
        }
        return operation.addParametersItem(
                new HeaderParameter()
                        .name(IdempotencyFilter.HEADER)
                        .required(handler.hasMethodAnnotation(RequiresIdempotencyKey.class))
                        .description(
                                "Your own name for this call. Repeated with the same body it"
                                        + " changes nothing and answers the same.")
                        .schema(new StringSchema().minLength(1).maxLength(255)));
    }
}
