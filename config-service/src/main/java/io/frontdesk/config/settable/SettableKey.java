package io.frontdesk.config.settable;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A key that an operator may set. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = SettableKey.Check.class)
public @interface SettableKey {
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says which rule is broken. */
    final class Check implements ConstraintValidator<SettableKey, String> {
        @Override
        public boolean isValid(@Nullable String key, ConstraintValidatorContext context) {
            var objection = SettingKeys.objection(key == null ? "" : key);
            context.disableDefaultConstraintViolation();
            objection.ifPresent(text ->
                    context.buildConstraintViolationWithTemplate(text).addConstraintViolation());
            return objection.isEmpty();
        }
    }
}
