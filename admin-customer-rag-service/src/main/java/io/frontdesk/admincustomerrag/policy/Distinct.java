package io.frontdesk.admincustomerrag.policy;

import io.frontdesk.admincustomerrag.policy.Policy.BlockedTopic;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A list that names nothing twice: codes by themselves, topics by their names in any case. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Distinct.Check.class)
public @interface Distinct {
    String message() default "must not name the same twice";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule itself. */
    class Check implements ConstraintValidator<Distinct, List<?>> {
        @Override
        public boolean isValid(@Nullable List<?> values, ConstraintValidatorContext context) {
            return values == null
                    || values.stream()
                            .filter(Objects::nonNull)
                            .map(Check::name)
                            .allMatch(new HashSet<String>()::add);
        }

        private static String name(Object value) {
            var name = value instanceof BlockedTopic topic ? topic.name() : value.toString();
            return String.valueOf(name).strip().toLowerCase(Locale.ROOT);
        }
    }
}
