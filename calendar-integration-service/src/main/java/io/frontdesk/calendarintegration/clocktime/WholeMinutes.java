package io.frontdesk.calendarintegration.clocktime;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A length of time in whole minutes, within bounds that are written as in ISO 8601. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = WholeMinutes.Check.class)
public @interface WholeMinutes {
    String min() default "PT0S";

    String max();

    String message() default "must be whole minutes from {min} to {max}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule itself. */
    class Check implements ConstraintValidator<WholeMinutes, Duration> {
        private Duration min = Duration.ZERO;
        private Duration max = Duration.ZERO;

        @Override
        public void initialize(WholeMinutes rule) {
            min = Duration.parse(rule.min());
            max = Duration.parse(rule.max());
        }

        @Override
        public boolean isValid(@Nullable Duration value, ConstraintValidatorContext context) {
            return value == null
                    || (value.getNano() == 0
                            && value.getSeconds() % 60 == 0
                            && value.compareTo(min) >= 0
                            && value.compareTo(max) <= 0);
        }
    }
}
