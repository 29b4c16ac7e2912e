package io.frontdesk.calendarplugin.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsZonesTest {
    @Test
    void knowsOnlyZonesThatThereAre() {
        assertThat(WindowsZones.all()).hasSizeGreaterThan(130);
        assertThat(WindowsZones.all().values())
                .allSatisfy(name -> assertThat(ZoneId.of(name).getRules()).isNotNull());
    }

    @ParameterizedTest
    @CsvSource({
        "W. Europe Standard Time, Europe/Berlin",
        "GMT Standard Time, Europe/London",
        "Romance Standard Time, Europe/Paris",
        "Eastern Standard Time, America/New_York",
        "Pacific Standard Time, America/Los_Angeles",
        "India Standard Time, Asia/Kolkata",
        "Nepal Standard Time, Asia/Kathmandu",
        "Lord Howe Standard Time, Australia/Lord_Howe",
        "New Zealand Standard Time, Pacific/Auckland",
        "Arabian Standard Time, Asia/Dubai",
        "UTC, Etc/UTC",
        "Europe/Vienna, Europe/Vienna"
    })
    void findsAZone(String windows, String iana) {
        assertThat(WindowsZones.of(windows)).hasValue(ZoneId.of(iana));
    }

    @Test
    void guessesNoZone() {
        assertThat(WindowsZones.of("tzone://Microsoft/Custom")).isEmpty();
        assertThat(WindowsZones.of("Customized Time Zone")).isEmpty();
        assertThat(WindowsZones.of(" ")).isEmpty();
        assertThat(WindowsZones.of(null)).isEmpty();
    }
}
