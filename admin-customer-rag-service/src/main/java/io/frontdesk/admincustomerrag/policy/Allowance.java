package io.frontdesk.admincustomerrag.policy;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Money that may be spent: zero to a million. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Allowance.Check.class)
@interface Allowance {
    String message() default "must be between 0 and 1,000,000";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule itself. */
    class Check implements ConstraintValidator<Allowance, Money> {
        private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

        @Override
        public boolean isValid(@Nullable Money value, ConstraintValidatorContext context) {
            return value == null || (!value.isNegative() && value.getAmount().compareTo(MOST) <= 0);
        }
    }
}
