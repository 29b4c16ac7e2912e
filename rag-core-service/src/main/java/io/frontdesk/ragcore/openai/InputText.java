package io.frontdesk.ragcore.openai;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A text to embed. Numbers of tokens are another model's, and so mean nothing here. */
@Constraint(validatedBy = InputText.Check.class)
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@interface InputText {
    String message() default "must be a text of 1 to 10000 characters; token numbers are not taken";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks at one element of the input. */
    class Check implements ConstraintValidator<InputText, JsonNode> {
        private static final int LONGEST = 10_000;

        @Override
        public boolean isValid(@Nullable JsonNode input, ConstraintValidatorContext context) {
            return input != null
                    && input.isString()
                    && !input.stringValue().isBlank()
                    && input.stringValue().length() <= LONGEST;
        }
    }
}
