package io.frontdesk.test.house;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformStructureTest {
    @ParameterizedTest
    @ValueSource(strings = {"../starter", "../starter-test", "../launcher", "../../e2e"})
    void keepsTheHouseRulesOfFiles(Path module) {
        HouseRules.verifyFiles(module.toAbsolutePath().normalize());
    }
}
