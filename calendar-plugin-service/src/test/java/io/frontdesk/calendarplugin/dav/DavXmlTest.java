package io.frontdesk.calendarplugin.dav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DavXmlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY x \"lol\"><!ENTITY y \"&x;&x;&x;\">]><a>&y;</a>",
                "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\"><a/>",
                "<a>&unknown;</a>",
                "<a><b></a>",
                "<a",
                "",
                "{\"a\":1}"
            })
    void refusesDocumentTypesEntitiesAndWhatIsBroken(String document) {
        assertThatThrownBy(() -> read(document)).isInstanceOf(ProviderRefused.class);
    }

    @Test
    void refusesWhatIsTooDeepOrTooMuch() {
        assertThatThrownBy(() -> read("<a>".repeat(100_000))).isInstanceOf(ProviderRefused.class);
        assertThatThrownBy(() -> read("<a>" + "<b/>".repeat(500_000) + "</a>"))
                .isInstanceOf(ProviderRefused.class);
    }

    @Test
    void readsAMultistatus() {
        var answer =
                Multistatus.of(
                        read(
                                """
                                <?xml version="1.0"?><x:multistatus xmlns:x="DAV:">
                                <x:response><x:href> /a/%40.ics </x:href><x:propstat><x:prop>
                                <x:getetag>W/"1"</x:getetag></x:prop><x:status>HTTP/1.1 200 OK</x:status></x:propstat>
                                <x:propstat><x:prop><x:owner/></x:prop><x:status>HTTP/1.1 404 Not Found</x:status>
                                </x:propstat></x:response>
                                <x:response><x:href>/gone.ics</x:href><x:status>HTTP/1.1 404 Gone</x:status></x:response>
                                <x:sync-token>t&amp;1</x:sync-token></x:multistatus>\
                                """));
        assertThat(answer.syncToken()).isEqualTo("t&1");
        assertThat(answer.resources()).hasSize(2);
        assertThat(answer.resources().getFirst().text("{DAV:}getetag")).contains("W/\"1\"");
        assertThat(answer.resources().getFirst().property("{DAV:}owner")).isEmpty();
        assertThat(answer.resources().getLast().status()).isEqualTo(404);
        assertThat(DavAnswer.strong("W/\"1-gzip\"")).isEqualTo("\"1\"");
    }

    private static Element read(String document) {
        return DavXml.read(document.getBytes(StandardCharsets.UTF_8));
    }
}
