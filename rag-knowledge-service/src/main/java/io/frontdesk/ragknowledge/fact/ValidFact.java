package io.frontdesk.ragknowledge.fact;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The value has the form that the kind asks for; what is absent is left to other rules. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ValidFact.Check.class)
@interface ValidFact {
    String message() default "is invalid";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule itself. */
    class Check implements ConstraintValidator<ValidFact, NewFact> {
        @Override
        @SuppressWarnings("NullAway") // Components are null until their own rules have spoken.
        public boolean isValid(@Nullable NewFact fact, ConstraintValidatorContext context) {
            if (fact == null || fact.kind() == null || fact.value() == null) {
                return true;
            }
            if (fact.subject() != null && fact.key().isEmpty()) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate("must have visible characters")
                        .addPropertyNode("subject")
                        .addConstraintViolation();
                return false;
            }
            try {
                fact.checked();
                return true;
            } catch (IllegalArgumentException wrong) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(plain(wrong))
                        .addPropertyNode("value")
                        .addConstraintViolation();
                return false;
            }
        }

        /** The message is a template: what was sent must not be evaluated. */
        private static String plain(IllegalArgumentException wrong) {
            return String.valueOf(wrong.getMessage()).replaceAll("[${}\\\\]", "");
        }
    }
}
