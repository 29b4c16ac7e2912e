package io.frontdesk.test.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the compiled code must keep to. */
final class CodeRules {
    private static final String BANNED_PACKAGES =
            "(base|common|config|configs|configuration|controller|controllers|dto|dtos|entities"
                    + "|entity|exception|exceptions|helper|helpers|impl|mapper|mappers|misc|model"
                    + "|models|repositories|repository|service|services|shared|util|utils)";
    private static final String BANNED_NAMES =
            "((Abstract|Base|Common)[A-Z].*"
                    + "|.*(Manager|Helper|Utils?|Impl|Base|Common|Data|Info|Dto|DTO|Entity))";

    private CodeRules() {}

    static List<String> breaches(JavaClasses classes, String root) {
        var rules =
                Stream.of(
                        names(),
                        time(),
                        GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION,
                        seams(root));
        var details =
                rules.flatMap(rule ->
                        rule
                                .allowEmptyShould(true)
                                .evaluate(classes)
                                .getFailureReport()
                                .getDetails()
                                .stream()
                                .map(detail -> detail + " [" + rule.getDescription() + "]"));
        return Stream.of(
                        details,
                        packages(classes, root),
                        rootPackage(classes, root),
                        optionals(classes))
                .flatMap(breaches -> breaches)
                .toList();
    }

    private static Stream<String> packages(JavaClasses classes, String root) {
        return classes.stream()
                .map(JavaClass::getPackageName)
                .distinct()
                .filter(name -> name.startsWith(root + "."))
                .map(name -> name.substring(root.length() + 1))
                .filter(name -> name.contains(".") || name.matches(BANNED_PACKAGES))
                .map(name ->
                        "Package "
                                + name
                                + ": packages are flat and named by a business word, not by"
                                + " a layer");
    }

    private static Stream<String> rootPackage(JavaClasses classes, String root) {
        return classes.stream()
                .filter(type -> type.getPackageName().equals(root) && type.isTopLevelClass())
                .filter(type -> !type.getSimpleName().endsWith("Application"))
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(type ->
                        type.getName() + ": the root package holds the application class alone");
    }

    private static Stream<String> optionals(JavaClasses classes) {
        var fields =
                classes.stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(field -> field.getRawType().isEquivalentTo(Optional.class))
                        .map(field -> field.getFullName());
        var parameters =
                classes.stream()
                        .flatMap(type -> type.getCodeUnits().stream())
                        .filter(unit -> !unit.getName().startsWith("lambda$"))
                        .filter(CodeRules::takesOptional)
                        .map(JavaCodeUnit::getFullName);
        return Stream.concat(fields, parameters)
                .map(name -> name + ": Optional is for returns; use @Nullable here");
    }

    private static boolean takesOptional(JavaCodeUnit unit) {
        return unit.getRawParameterTypes().stream()
                .anyMatch(type -> type.isEquivalentTo(Optional.class));
    }

    private static ArchRule names() {
        return noClasses()
                .should()
                .haveNameMatching(".*[.$]" + BANNED_NAMES)
                .as("a name says what the thing is, in the field's own word");
    }

    private static ArchRule time() {
        return noClasses()
                .should()
                .accessTargetWhere(readsTheSystemClock())
                .as("time comes from an injected Clock");
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheSystemClock() {
        return DescribedPredicate.describe("reads the system clock", CodeRules::readsTheClock);
    }

    private static boolean readsTheClock(JavaAccess<?> access) {
        if (!(access instanceof JavaCall<?> call)) {
            return false;
        }
        var owner = call.getTargetOwner();
        var name = call.getName();
        var parameters = call.getTarget().getRawParameterTypes();
        var now =
                owner.getPackageName().equals("java.time")
                        && name.equals("now")
                        && parameters.stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        var system =
                owner.isEquivalentTo(Clock.class)
                        && (name.startsWith("system") || name.startsWith("tick"));
        var millis = owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis");
        var date =
                owner.isEquivalentTo(Date.class) && name.equals("<init>") && parameters.isEmpty();
        return now || system || millis || date;
    }

    private static ArchRule seams(String root) {
        return noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.frontdesk..")
                                .and(
                                        resideOutsideOfPackages(
                                                root + "..", "io.frontdesk.starter..")))
                .as("services share no code: talk over HTTP or events, with records of your own");
    }
}
