package io.frontdesk.ragknowledge.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p style='display: none'>SECRET</p>",
                "<p style='DISPLAY:NONE !important'>SECRET</p>",
                "<p style='dis/**/play:none'>SECRET</p>",
                "<p style='visibility:hidden'>SECRET</p>",
                "<p style='opacity: 0'>SECRET</p>",
                "<p style='opacity:0.0'>SECRET</p>",
                "<span style='font-size:0'>SECRET</span>",
                "<span style='font-size: 0px; color: red'>SECRET</span>",
                "<span style='font-size:0.1px'>SECRET</span>",
                "<p style='color:white'>SECRET</p>",
                "<p style='color:#fff;background:#ffffff'>SECRET</p>",
                "<div style='background-color: black'><p style='color:black'>SECRET</p></div>",
                "<p style='color:rgba(0,0,0,0)'>SECRET</p>",
                "<p style='color:transparent'>SECRET</p>",
                "<font color='#FFF'>SECRET</font>",
                "<p style='text-indent:-9999px'>SECRET</p>",
                "<p style='position:absolute;left:-10000px'>SECRET</p>",
                "<p style='clip:rect(0,0,0,0)'>SECRET</p>",
                "<div style='height:0;overflow:hidden'>SECRET</div>",
                "<p hidden>SECRET</p>",
                "<p aria-hidden='true'>SECRET</p>",
                "<noscript>SECRET</noscript>",
                "<template><p>SECRET</p></template>",
                "<!-- SECRET -->",
                "<style>.x > b, .y { display: none }</style><div class='y'>SECRET</div>",
                "<dialog>SECRET</dialog>",
                "<ul><li>One<li style='display:none'>SECRET</ul>",
                "<table><tr><td>a<td hidden>SECRET</table>",
                "<script>SECRET</script>",
                "<p title='SECRET' data-x='SECRET'><img alt='' src='SECRET'></p>"
            })
    void isNoContent(String hidden) throws IOException {
        var blocks = read("<p>Open at nine.</p>" + hidden + "<p>Closed on Sunday.</p>");
        assertThat(blocks).contains("Open at nine.", "Closed on Sunday.").doesNotContain("SECRET");
    }

    @Test
    void keepsWhatIsSeen() throws IOException {
        assertThat(
                        read(
                                "<div class='hero'><p style='color:#fff'>Welcome</p></div>"
                                        + "<p style='color:white;background:#036'>Prices</p>"
                                        + "<p style='opacity:0.9;font-size:10px;left:-5px'>Hours</p>"
                                        + "<p style='min-height:0;line-height:0.9'>Phone</p>"))
                .contains("Welcome", "Prices", "Hours", "Phone");
    }

    private static String read(String html) throws IOException {
        var bytes = ("<main>" + html + "</main>").getBytes(StandardCharsets.UTF_8);
        return new HtmlReader().read(new ByteArrayInputStream(bytes)).blocks().toString();
    }
}
