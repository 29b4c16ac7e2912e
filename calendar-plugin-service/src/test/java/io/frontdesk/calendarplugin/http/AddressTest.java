package io.frontdesk.calendarplugin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    private static final URI GRAPH = URI.create("https://graph.microsoft.com/v1.0");

    @Test
    void takesHttpsAndThisMachine() {
        assertThat(Address.require("s", URI.create("https://api.example.com/v2/")))
                .hasToString("https://api.example.com/v2");
        assertThat(Address.require("s", URI.create("http://127.0.0.1:9/x")))
                .hasToString("http://127.0.0.1:9/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example.com",
                "ftp://localhost",
                "/relative",
                "https://host?x=y",
                "http://localhost.example.com",
                "mailto:me@example.com"
            })
    void sendsNoTokenInTheClear(String address) {
        assertThatThrownBy(() -> Address.require("some.setting", URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("some.setting");
    }

    @Test
    void knowsALinkOfItsOwn() {
        assertThat(Address.within(GRAPH, "https://graph.microsoft.com/v1.0/me/x?$skiptoken=1"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://graph.microsoft.com.example.com/v1.0/me",
                "https://graph.microsoft.com@example.com/v1.0/me",
                "https://example.com/v1.0/me",
                "http://graph.microsoft.com/v1.0/me",
                "https://graph.microsoft.com:444/v1.0/me",
                "https://graph.microsoft.com/v1.0/../beta/me",
                "https://graph.microsoft.com/beta/me",
                "//graph.microsoft.com/v1.0/me",
                "not a link"
            })
    void followsNoLinkToElsewhere(String link) {
        assertThat(Address.within(GRAPH, link)).isFalse();
    }
}
