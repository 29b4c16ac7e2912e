package io.frontdesk.test.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeRulesTest {
    private static final String ROOT = "io.frontdesk.test.house.bad";
    private final List<String> breaches =
            CodeRules.breaches(new ClassFileImporter().importPackages(ROOT), ROOT);

    @Test
    void tellsFieldInjection() {
        assertThat(breaches).anyMatch(breach -> breach.contains("Stray.clock"));
    }

    @Test
    void tellsBareTimeButNotAnInjectedClock() {
        assertThat(breaches)
                .anyMatch(breach -> breach.contains("bare()") && breach.contains("Clock"))
                .anyMatch(breach -> breach.contains("millis()"))
                .noneMatch(breach -> breach.contains("injected("));
    }

    @Test
    void tellsLayerPackagesAndNestedOnes() {
        assertThat(breaches)
                .anyMatch(breach -> breach.startsWith("Package service:"))
                .anyMatch(breach -> breach.startsWith("Package order.deep:"));
    }

    @Test
    void tellsNamesThatSayNothing() {
        assertThat(breaches).anyMatch(breach -> breach.contains("OrderManager"));
    }

    @Test
    void tellsStraysInTheRootPackage() {
        assertThat(breaches)
                .anyMatch(breach -> breach.contains("Stray") && breach.contains("root package"));
    }

    @Test
    void tellsCodeOfAnotherService() {
        assertThat(breaches).anyMatch(breach -> breach.contains("io.frontdesk.elsewhere.Foreign"));
    }

    @Test
    void tellsOptionalParameters() {
        assertThat(breaches).anyMatch(breach -> breach.contains("maybe("));
    }
}
