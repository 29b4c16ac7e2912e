package io.frontdesk.calendarintegration.clocktime;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** An instant between the years 2000 and 2199, beyond which no calendar has business. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CalendarTime.Check.class)
public @interface CalendarTime {
    String message() default "must be a time between the years 2000 and 2199";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule itself. */
    class Check implements ConstraintValidator<CalendarTime, OffsetDateTime> {
        @Override
        public boolean isValid(@Nullable OffsetDateTime value, ConstraintValidatorContext context) {
            return value == null || (value.getYear() >= 2000 && value.getYear() < 2200);
        }
    }
}
