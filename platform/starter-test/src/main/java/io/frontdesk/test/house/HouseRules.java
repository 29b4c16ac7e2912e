package io.frontdesk.test.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.modulith.core.ApplicationModules;

/**
 * The house rules of {@code CONTRIBUTING.md}, for an app's structure test. All breaches are told at
 * once, each with what to do.
 */
public final class HouseRules {
    private HouseRules() {}

    /** Checks the app of this class: its modules, its code, its files. */
    public static void verify(Class<?> application) {
        var classes = application.getProtectionDomain().getCodeSource().getLocation();
        var root = application.getPackageName();
        var breaches = new ArrayList<String>(modules(application, classes));
        breaches.addAll(CodeRules.breaches(code(classes), root));
        breaches.addAll(AppFileRules.breaches(moduleDirectory(root), root));
        breaches.addAll(FileRules.breaches(moduleDirectory(root)));
        report(application.getSimpleName(), breaches);
    }

    /** Checks the files of a module that is no app. */
    public static void verifyFiles(Path module) {
        report(String.valueOf(module.getFileName()), FileRules.breaches(module));
    }

    private static void report(String subject, List<String> breaches) {
        if (!breaches.isEmpty()) {
            throw new AssertionError(
                    subject
                            + " breaks "
                            + breaches.size()
                            + " house rules:\n- "
                            + String.join("\n- ", breaches));
        }
    }

    private static List<String> modules(Class<?> application, URL classes) {
        var modules =
                ApplicationModules.of(
                        application,
                        (ImportOption) location -> location.contains(classes.toString()));
        return modules.detectViolations().getMessages();
    }

    private static JavaClasses code(URL classes) {
        return new ClassFileImporter().importUrl(classes);
    }

    private static Path moduleDirectory(String root) {
        var directory = Path.of("").toAbsolutePath();
        var sources = directory.resolve("src/main/java").resolve(root.replace('.', '/'));
        if (!Files.isDirectory(sources)) {
            throw new AssertionError(
                    "A structure test runs in its module's directory; there is no " + sources);
        }
        return directory;
    }
}
