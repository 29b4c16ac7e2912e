package io.frontdesk.ragcore.chunk;

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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Two chunks of a batch for the same place would make it a matter of luck which one stays. */
@Constraint(validatedBy = DistinctOrdinals.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface DistinctOrdinals {
    String message() default "must have each ordinal once";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Leaves absent chunks to the other constraints. */
    class Check implements ConstraintValidator<DistinctOrdinals, List<ChunkDraft>> {
        @Override
        public boolean isValid(
                @Nullable List<ChunkDraft> drafts, ConstraintValidatorContext context) {
            var seen = new HashSet<Integer>();
            return drafts == null
                    || drafts.stream()
                            .filter(Objects::nonNull)
                            .allMatch(draft -> seen.add(draft.ordinal()));
        }
    }
}
