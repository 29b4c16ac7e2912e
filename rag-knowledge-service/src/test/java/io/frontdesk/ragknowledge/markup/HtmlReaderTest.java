package io.frontdesk.ragknowledge.markup;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.content.Block;
import io.frontdesk.ragknowledge.content.ParsedDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HtmlReaderTest {

    @Test
    void leavesNavigationAndFooterOut() throws IOException {
        var page =
                read(
                        """
                        <html><head><title>Our shop</title></head><body>
                        <header><a href="/">Home</a></header><nav><ul><li>Menu</li></ul></nav>
                        <main><h1>Opening hours</h1><p>We open at <b>nine</b>.</p></main>
                        <footer>Imprint</footer></body></html>
                        """);
        assertThat(page.title()).isEqualTo("Opening hours");
        assertThat(page.blocks())
                .containsExactly(
                        new Block.Heading(1, "Opening hours", null),
                        new Block.Paragraph("We open at nine.", null));
    }

    @Test
    void namesTheColumnsInEveryRow() throws IOException {
        var page =
                read(
                        "<table><tr><th>Plan</th><th>Price</th></tr><tr><td>Basic</td><td>10"
                                + " €</td></tr><tr><td>Pro</td><td>25 €</td></tr></table>");
        assertThat(page.blocks())
                .containsExactly(
                        new Block.Lines(
                                java.util.List.of(
                                        "Plan: Basic; Price: 10 €", "Plan: Pro; Price: 25 €"),
                                null));
    }

    @Test
    void keepsAddressesBehindLinks() throws IOException {
        var page = read("<p><a href='mailto:desk@example.com?subject=x'>Write to us</a></p>");
        assertThat(page.blocks())
                .containsExactly(new Block.Paragraph("Write to us (desk@example.com)", null));
    }

    @Test
    void keepsNestedListsInOrder() throws IOException {
        var page = read("<ol><li>Call<ul><li>by phone</li></ul></li><li>Come</li></ol>");
        assertThat(page.blocks())
                .containsExactly(
                        new Block.Lines(
                                java.util.List.of("1. Call", "  - by phone", "2. Come"), null));
    }

    private static ParsedDocument read(String html) throws IOException {
        return new HtmlReader()
                .read(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    }
}
