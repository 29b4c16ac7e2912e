package io.frontdesk.conversationalpayment.receiptdocument;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.conversationalpayment.receiptdocument.ReceiptContent.Line;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class ReceiptPdfTest {
    private static final Line CUT =
            new Line("Haircut", 2, Money.parse("EUR 45.50"), Money.parse("EUR 91.00"));

    @Test
    void saysWhatWasPaidToWhomAndByWhom() throws IOException {
        var text =
                text(ReceiptPdf.render(receipt(List.of(CUT), false, "Salon Löwe", "Ana Müller")));

        assertThat(text)
                .contains("Salon Löwe", "Main Street 1", "1010 Vienna", "Receipt R-2026-000042")
                .contains("2026-05-04", "Ana Müller", "pay_4711", "Haircut", "45.50 EUR")
                .contains("Total", "91.00 EUR")
                .doesNotContain("TEST");
    }

    @Test
    void showsTheDecimalsOfTheCurrency() throws IOException {
        var yen = new Line("散髪", 1, Money.parse("JPY 3000"), Money.parse("JPY 3000"));
        var dinar = new Line("Cut", 1, Money.parse("KWD 1.250"), Money.parse("KWD 1.250"));

        var text = text(ReceiptPdf.render(receipt(List.of(yen, dinar), false, "Salon", "Ana")));

        assertThat(text).contains("3000 JPY", "1.250 KWD").doesNotContain("3000.00");
    }

    @Test
    void marksATestOnEveryPage() throws IOException {
        var lines = new ArrayList<Line>();
        for (var number = 1; number <= 120; number++) {
            lines.add(new Line("Item " + number, 1, CUT.unitPrice(), CUT.unitPrice()));
        }
        var pdf = ReceiptPdf.render(receipt(lines, true, "Salon", "Ana"));

        var reader = new PdfReader(pdf);
        assertThat(reader.getNumberOfPages()).isBetween(3, 6);
        for (var page = 1; page <= reader.getNumberOfPages(); page++) {
            assertThat(new PdfTextExtractor(reader).getTextFromPage(page))
                    .contains("TEST – no money moved", "page " + page, "Item", "Quantity");
        }
        assertThat(text(pdf)).contains("Item 119", "Item 120", "Total");
    }

    @Test
    void wrapsLongNamesWithinThePage() throws IOException {
        var words =
                new Line("Deep tissue massage ".repeat(20), 1, CUT.unitPrice(), CUT.unitPrice());
        var word = new Line("W".repeat(300), 1, CUT.unitPrice(), CUT.unitPrice());

        var text = text(ReceiptPdf.render(receipt(List.of(words, word), false, "Salon", "Ana")));

        assertThat(text.split("Deep", -1)).hasSize(21);
        assertThat(text.chars().filter(it -> it == 'W').count()).isEqualTo(300);
    }

    @Test
    void keepsLettersBeyondLatinOne() throws IOException {
        var text =
                text(
                        ReceiptPdf.render(
                                receipt(
                                        List.of(CUT),
                                        false,
                                        "Łódź Żółć Ğüş",
                                        "Ελένη Иван Čapek €")));

        assertThat(text).contains("Łódź Żółć Ğüş", "Ελένη Иван Čapek €");
    }

    @Test
    void leavesAMarkForWhatNoFontHas() throws IOException {
        var text =
                text(
                        ReceiptPdf.render(
                                receipt(List.of(CUT), false, "Salon 😀", "محمد\u0007\uD800")));

        assertThat(text).contains("Salon ?", "????");
    }

    @Test
    void rendersTheSameBytesForTheSameContent() throws IOException {
        var content = receipt(List.of(CUT), true, "Salon 東京", "Ana");

        assertThat(ReceiptPdf.render(content)).isEqualTo(ReceiptPdf.render(content));
        assertThat(text(ReceiptPdf.render(content))).contains("R-2026-000042");
    }

    private static ReceiptContent receipt(
            List<Line> lines, boolean test, String name, String buyer) {
        return new ReceiptContent(
                "R-2026-000042",
                name,
                "Main Street 1\n1010 Vienna",
                buyer,
                LocalDate.of(2026, 5, 4),
                lines,
                Objects.requireNonNull(lines.getFirst()).total(),
                "pay_4711",
                test);
    }

    private static String text(byte[] pdf) throws IOException {
        var reader = new PdfReader(pdf);
        var text = new StringBuilder();
        for (var page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\n');
        }
        return text.toString();
    }
}
