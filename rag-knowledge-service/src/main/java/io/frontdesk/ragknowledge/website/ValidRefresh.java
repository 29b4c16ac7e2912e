package io.frontdesk.ragknowledge.website;

import io.frontdesk.ragknowledge.crawling.Refresh;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.jspecify.annotations.Nullable;

/** An ISO 8601 duration or period of at least an hour and at most a year, or nothing. */
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ValidRefresh.Rule.class)
@interface ValidRefresh {
    String message() default "is a period like P1D or PT6H, of at least an hour, at most a year";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says which are. */
    class Rule implements ConstraintValidator<ValidRefresh, String> {
        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || Refresh.isValid(value);
        }
    }
}
