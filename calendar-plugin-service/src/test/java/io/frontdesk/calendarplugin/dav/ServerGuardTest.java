package io.frontdesk.calendarplugin.dav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.calendarplugin.refusal.ProviderBusy;
import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class ServerGuardTest {
    private static final ServerProperties PROPERTIES =
            new ServerProperties(
                    List.of("dav.test:5232"),
                    List.of("nas.example"),
                    Duration.ofSeconds(1),
                    DataSize.ofMegabytes(1));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0",
                "100.64.0.1", "224.0.0.1", "255.255.255.255", "198.18.0.1", "::1", "fe80::1",
                "fc00::1", "fd12::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "::"
            })
    void refusesHostsWithInternalAddresses(String address) {
        assertThatThrownBy(
                        () -> guard("8.8.8.8", address).check(URI.create("https://dav.example/")))
                .isInstanceOf(ProviderRefused.class)
                .hasMessageContaining("public");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://dav.example/",
                "ftp://dav.example/",
                "file:///etc/passwd",
                "https:///x",
                "https://user@dav.example/",
                "http://dav.test/",
                "mailto:a@b"
            })
    void refusesOtherAddresses(String address) {
        assertThatThrownBy(() -> guard("8.8.8.8").check(URI.create(address)))
                .isInstanceOf(ProviderRefused.class);
    }

    @Test
    void letsThroughWhatIsPublicOrAllowed() {
        assertThatCode(() -> guard("17.248.1.1").check(URI.create("https://caldav.icloud.com")))
                .doesNotThrowAnyException();
        assertThatCode(() -> guard("127.0.0.1").check(URI.create("http://dav.test:5232/")))
                .doesNotThrowAnyException();
        assertThatCode(() -> guard("10.0.0.7").check(URI.create("https://nas.example/")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> guard("10.0.0.7").check(URI.create("http://nas.example/")))
                .isInstanceOf(ProviderRefused.class);
    }

    @Test
    void saysThatAHostIsUnknown() {
        var guard =
                new ServerGuard(
                        PROPERTIES,
                        host -> {
                            throw new UnknownHostException(host);
                        });
        assertThatThrownBy(() -> guard.check(URI.create("https://dav.example/")))
                .isInstanceOf(ProviderBusy.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://caldav.icloud.com/, https://p12-caldav.icloud.com:443/1/, true",
        "https://cloud.example.org/, https://cloud.example.org/remote.php/dav, true",
        "https://example.org/, https://dav.example.org/, true",
        "https://cloud.example.org/, https://evil.org/, false",
        "https://cloud.example.org/, https://evilexample.org/, false",
        "https://cloud.example.org/, http://cloud.example.org/, false",
        "https://192.168.1.2/, https://9.168.1.2/, false",
        "http://localhost/, http://localhost:81/, true"
    })
    void sendsCredentialsToHostsOfTheSameOwnerOnly(String from, String to, boolean same) {
        assertThat(ServerGuard.sameOwner(URI.create(from), URI.create(to))).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "/a%40b/c.ics, /a@b/c.ics",
        "/a@b/%c3%a4 x.ics, /a@b/%C3%A4%20x.ics",
        "https://h:443/x%2Fy/?q#f, /x%2Fy/",
        "/%zz, /%25zz",
        "x.ics, x.ics"
    })
    void writesPathsInOneForm(String href, String path) {
        assertThat(Href.path(href)).isEqualTo(path);
        assertThat(Href.path(path)).isEqualTo(path);
    }

    @Test
    void takesTwoSlashesForAPath() {
        var from = URI.create("https://dav.example/a/");
        assertThat(Href.resolve(from, "//evil.org/x").getHost()).isEqualTo("dav.example");
    }

    private static ServerGuard guard(String... addresses) {
        return new ServerGuard(
                PROPERTIES,
                _ -> {
                    var found = new java.util.ArrayList<InetAddress>();
                    for (var address : addresses) {
                        found.add(InetAddress.getByName(address));
                    }
                    return found;
                });
    }
}
